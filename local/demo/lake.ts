import { GetObjectCommand, type ListObjectsV2CommandOutput, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { parquetReadObjects } from 'hyparquet';

/** The part of the lake to read. */
export interface LakeSelection {
  /** The table, which is also the prefix of its objects. */
  readonly table: string;
  /** Ignores objects written before this time. */
  readonly since: Date;
}

/** Reads the records of a table in the lake. */
export class Lake {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #selection: LakeSelection;
  readonly #records = new Map<string, Record<string, unknown>[]>();

  constructor(region: string, bucket: string, selection: LakeSelection) {
    this.#client = new S3Client({ region });
    this.#bucket = bucket;
    this.#selection = selection;
  }

  /** Returns the records with a value in a column, from every object written so far. */
  async recordsWith(column: string, value: unknown): Promise<Record<string, unknown>[]> {
    for (const Prefix of this.#folders()) {
      const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket, Prefix });
      for await (const page of pages) await this.#read(page);
    }
    return [...this.#records.values()].flat().filter((record) => record[column] === value);
  }

  async #read(page: ListObjectsV2CommandOutput): Promise<void> {
    const since = this.#selection.since.getTime() - 1_000;
    for (const { Key = '', LastModified } of page.Contents ?? []) {
      if (this.#records.has(Key) || (LastModified && LastModified.getTime() < since)) continue;
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      this.#records.set(Key, await parquetReadObjects({ file: new Uint8Array(bytes).buffer }));
    }
  }

  /** Daily prefixes in UTC. A record written around midnight may be in either of two. */
  #folders(): Set<string> {
    const { table, since } = this.#selection;
    const folders = [since, new Date()].map((time) => {
      const [year, month, day] = time.toISOString().slice(0, 10).split('-');
      return `${table}/year=${year}/month=${month}/day=${day}/`;
    });
    return new Set(folders);
  }
}
