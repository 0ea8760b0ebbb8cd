import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FunctionBundles } from '../../../local/dev/function-bundles.ts';

/** Without the bundles of an earlier synthesis, all functions are bundled. */
const TEST_MILLISECONDS = 30_000;

test(
  'the bundle of an inspected function shows a debugger its sources',
  async () => {
    const bundles = new FunctionBundles('orders/charge-payment');
    const changed = await bundles.update(['lambda/orders/steps/charge-payment.handler.ts']);

    const [, encoded = ''] =
      changed.get('orders/charge-payment')?.split('sourceMappingURL=data:application/json;base64,') ?? [];
    const map = JSON.parse(Buffer.from(encoded, 'base64').toString()) as { sourceRoot: string; sources: string[] };
    const sources = map.sources.map((source) => fileURLToPath(new URL(source, map.sourceRoot)));
    expect(sources).toContainEqual(expect.stringMatching(/\/lambda\/orders\/steps\/charge-payment\.ts$/));
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
  },
  TEST_MILLISECONDS,
);
