import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientBundle } from './bundles/client-bundle.ts';
import { type FunctionBundle, functionBundles } from './bundles/function-bundles.ts';
import { functionSettings } from './bundles/function-settings.ts';
import { importTimes } from './bundles/import-times.ts';
import { IMPORT_RATIO, ISSUE_INVOICE_BYTES, MEDIAN_BYTES } from './bundles/limits.ts';
import { median } from './median.ts';

const ROUNDS = 15;

/** Prints if a figure keeps its limit. */
function check(name: string, figure: number, limit: number, shown: (value: number) => string): boolean {
  const kept = figure <= limit;
  console.log(`${kept ? 'PASS' : 'FAIL'}  ${name}: ${shown(figure)}, at most ${shown(limit)}`);
  return kept;
}

/** Prints the size and the import times of each function; returns the ratio of each that uses the SDK, by entry. */
function measure(bundles: readonly FunctionBundle[], folder: string): [string, number][] {
  const settings = functionSettings();
  return bundles.flatMap(({ entry, file, bytes, sdk }) => {
    const size = `  ${entry.padEnd(36)}${String(bytes).padStart(8)}`;
    if (sdk.length === 0) {
      console.log(size);
      return [];
    }
    const clients = join(folder, 'clients', `${entry}.js`);
    clientBundle(sdk, clients);
    const times = importTimes(file, clients, settings.get(entry) ?? {}, ROUNDS);
    const [own, alone] = [times.own, times.clients].map((time) => `${time.toFixed(1)} ms`.padStart(10));
    console.log(`${size}${own}${alone}${times.ratio.toFixed(2).padStart(7)}`);
    return [[entry, times.ratio]];
  });
}

process.env.CDK_VALIDATION = 'false';
const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'));
try {
  const day = new Date().toISOString().slice(0, 10);
  console.log(`Medians of ${ROUNDS} pairs, node ${process.version} on ${availableParallelism()} cores, ${day}:`);
  console.log(
    `  ${'function'.padEnd(36)}${'bytes'.padStart(8)}${'import'.padStart(10)}${'clients'.padStart(10)}  ratio`,
  );
  const bundles = (await functionBundles(folder)).toSorted((left, right) => left.bytes - right.bytes);
  const ratios = measure(bundles, folder);
  const sizes = bundles.map(({ bytes }) => bytes);
  const invoice = bundles.find(({ entry }) => entry === 'documents/issue-invoice')?.bytes ?? Number.NaN;
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1_000)} kB`;
  const times = (ratio: number) => ratio.toFixed(2);
  const [[slowest, highest] = ['', Number.NaN]] = ratios.toSorted(([, left], [, right]) => right - left);
  const results = [
    check('median size', median(sizes), MEDIAN_BYTES, kilobytes),
    check('size of issue-invoice', invoice, ISSUE_INVOICE_BYTES, kilobytes),
    check(`highest ratio of the imports, of ${slowest}`, highest, IMPORT_RATIO, times),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
