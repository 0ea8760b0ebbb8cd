import { GetObjectCommand, type ListObjectsV2CommandOutput, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { parquetReadObjects } from 'hyparquet';

/** Reads the records that landed in the lake. */
export class Lake {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #since: Date;
  readonly #records = new Map<string, Record<string, unknown>[]>();

  /** A lake of which only what was written after `since` is read. */
  constructor(region: string, bucket: string, since: Date) {
    this.#client = new S3Client({ region });
    this.#bucket = bucket;
    this.#since = since;
  }

  /** The records of an order, from every object written so far. */
  async recordsOf(orderId: string): Promise<Record<string, unknown>[]> {
    const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket, Prefix: this.#today() });
    for await (const page of pages) await this.#read(page);
    return [...this.#records.values()].flat().filter((record) => record.order_id === orderId);
  }

  async #read(page: ListObjectsV2CommandOutput): Promise<void> {
    for (const { Key = '', LastModified } of page.Contents ?? []) {
      if (this.#records.has(Key) || (LastModified && LastModified.getTime() < this.#since.getTime() - 1_000)) continue;
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      this.#records.set(Key, await parquetReadObjects({ file: new Uint8Array(bytes).buffer }));
    }
  }

  #today(): string {
    const [year, month, day] = this.#since.toISOString().slice(0, 10).split('-');
    return `order_events/year=${year}/month=${month}/day=${day}/`;
  }
}
