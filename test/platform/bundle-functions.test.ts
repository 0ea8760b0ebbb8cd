import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ISSUE_INVOICE_BYTES } from '../../bench/bundles/limits.ts';
import { A_CURSOR } from '../../lambda/api/http/request-parameters.ts';
import { publicOrder } from '../../lambda/orders/contract/public-order.ts';
import { orderRequest } from '../../lambda/orders/domain/order.ts';
import { BUNDLING, LEFT_OUT, SOURCES } from '../../lib/platform/bundle-functions.ts';

/** Bundles one function as it is deployed. */
async function bundleOf(handler: string) {
  const entryPoints = [join(SOURCES, handler)];
  const settings = { ...BUNDLING, ...LEFT_OUT, entryPoints, outdir: 'unused', write: false, metafile: true } as const;
  const { metafile, outputFiles } = await build(settings);
  const [output] = Object.values(metafile.outputs);
  return { bytes: output?.bytes, imports: output?.imports, text: outputFiles[0]?.text };
}

const issueInvoice = bundleOf('documents/issue-invoice.handler.ts');

test('the bundle of the S3 client keeps the limit of its size', async () => {
  const { bytes } = await issueInvoice;
  expect(bytes).toBeLessThanOrEqual(ISSUE_INVOICE_BYTES);
});

test('what a bundle leaves out is imported when it is used, not when the function starts', async () => {
  const { imports } = await issueInvoice;
  const leftOut = imports?.filter(({ path }) => !path.startsWith('node:'));
  expect(leftOut?.map(({ path }) => path).sort()).toEqual(LEFT_OUT.external);
  expect(new Set(leftOut?.map(({ kind }) => kind))).toEqual(new Set(['dynamic-import']));
});

test('a bundle contains the schemas of the operations of S3 that its function uses, and no others', async () => {
  const { text } = await issueInvoice;
  expect(text).toContain('/{Key+}?x-id=PutObject');
  expect(text).not.toContain('/{Key+}?x-id=UploadPart');
});

test('a bundle contains the schemas that its function uses, and no others of their modules', async () => {
  const { text } = await bundleOf('api/routes/list-orders.handler.ts');
  const { paymentToken } = orderRequest.shape;
  const { total } = publicOrder.shape;
  const texts = [A_CURSOR, paymentToken.description, total.description].map(String);
  expect(texts.map((each) => text?.includes(each))).toEqual([true, false, false]);
});

test('every error names itself, since the bundles shorten the names of classes', () => {
  const errors = globSync('**/*.ts', { cwd: SOURCES }).flatMap((file) => [
    ...readFileSync(join(SOURCES, file), 'utf8').matchAll(
      /class (\w+) extends \w*Error\b[^{]*\{(?:\s*override readonly name = '(\w+)';)?/g,
    ),
  ]);
  expect(errors.map(([, name]) => name)).toContain('OrderConflict');
  expect(errors.map(([, , ownName]) => ownName)).toEqual(errors.map(([, name]) => name));
});
