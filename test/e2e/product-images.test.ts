import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { asOperator } from '../../client/credentials.ts';
import { local } from '../../lib/stages/local.ts';
import { expectCommonHeaders, expectProblem } from './answers.ts';
import { type Deployed, deployed } from './deployed.ts';
import { sendRaw } from './raw-request.ts';

const s3 = new S3Client({ region: local.region });
const sku = `TEAPOT-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
let platform: Deployed;
let Bucket: string;

beforeAll(async () => {
  platform = await deployed();
  Bucket = platform.outputs.get('DocumentsBucket');
});

const put = (type: string, body: Uint8Array<ArrayBuffer>) =>
  platform.operator.send({ method: 'PUT', path: `/products/${sku}/image`, headers: { 'content-type': type }, body });

/** Images are stored as attachments, which browsers save and do not render: docs/decisions/0016. */
test.each(['image/png', 'image/jpeg', 'image/webp', 'text/html'])(
  'content sent as %s is stored byte for byte, as an attachment',
  async (type) => {
    const image = new Uint8Array(Array.from({ length: 1_024 }, (_, index) => (index * 37) % 256));
    const answer = await put(type, image);
    expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
    expectCommonHeaders(answer);
    const kept = await s3.send(new GetObjectCommand({ Bucket, Key: `product-images/${sku}` }));
    expect(Buffer.from((await kept.Body?.transformToByteArray()) ?? []).equals(Buffer.from(image))).toBe(true);
    expect([kept.ContentType, kept.ContentDisposition]).toEqual([type, 'attachment']);
  },
);

test.each(['..%2F', '..%2F..%2F', '%2e%2e%2f', '..%252F', '%2Finvoices%2F', '..%5C'])(
  'no sku writes outside the prefix of images: %s',
  async (way) => {
    const name = crypto.randomUUID();
    const path = `/products/${way}${name}/image`;
    const api = platform.operator;
    const url = new URL(path.slice(1), api.opts.baseUrl);
    const body = 'a page';
    const signed = await asOperator(local.region)({
      method: 'PUT',
      url,
      headers: { 'content-type': 'text/html' },
      body,
    });
    const { status } = await sendRaw({ method: 'PUT', api, path, headers: signed, body });
    expect([204, 400, 403, 404].includes(status) || status).toBe(true);
    const { Contents = [], IsTruncated } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(IsTruncated).toBeFalsy();
    const keys = Contents.map(({ Key = '' }) => Key).filter((key) => key.includes(name));
    expect(keys.length).toBe(status === 204 ? 1 : 0);
    expect(keys.filter((key) => !key.startsWith('product-images/'))).toEqual([]);
  },
);

test('an image of more than 10 MB is refused', async () => {
  expectProblem(await put('image/png', new Uint8Array(10 * 1024 * 1024 + 1)), 413);
});
