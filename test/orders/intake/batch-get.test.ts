import { batchGet } from '../../../lambda/platform/batch-get.ts';
import { answeringClient } from '../store/answering-table.ts';

interface Request {
  readonly RequestItems: { readonly stock: { readonly Keys: readonly { readonly sku: { readonly S: string } }[] } };
}

/** A table that answers the first keys of each request, and leaves the others unprocessed. */
function tableAnswering(first: number) {
  return answeringClient((request) => {
    const { Keys } = (request as unknown as Request).RequestItems.stock;
    const rest = Keys.slice(first);
    return {
      Responses: { stock: Keys.slice(0, first) },
      UnprocessedKeys: rest.length > 0 ? { stock: { Keys: rest } } : {},
    };
  });
}

const keysTo = (count: number) => Array.from({ length: count }, (_, number) => ({ sku: `CUP-${number}` }));

test('reads more than 100 items by several requests', async () => {
  const { client, requests } = tableAnswering(100);
  expect(await batchGet(client, { table: 'stock', keys: keysTo(201) })).toEqual(keysTo(201));
  expect(requests).toHaveLength(3);
});

test('requests unprocessed keys again', async () => {
  const { client, requests } = tableAnswering(2);
  expect(await batchGet(client, { table: 'stock', keys: keysTo(5) })).toEqual(keysTo(5));
  expect(requests).toHaveLength(3);
});

test('sends no request without keys', async () => {
  const { client, requests } = tableAnswering(1);
  expect(await batchGet(client, { table: 'stock', keys: [] })).toEqual([]);
  expect(requests).toEqual([]);
});
