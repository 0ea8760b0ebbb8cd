import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { until } from '../../client/until.ts';
import { CHECKOUT } from '../../local/checkout.ts';
import { runningFunctions } from '../../local/functions/running-functions.ts';
import { invoke } from '../../local/invoke/invocation.ts';
import { fillPlaceholders } from '../../local/invoke/placeholders.ts';
import { PlatformValues } from '../../local/invoke/platform-values.ts';
import { readEvent } from '../../local/invoke/samples.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';

const HOUR = 3_600_000;

let platform: Deployed;
let orderId: string;

/** Places an order for each status that the samples take. */
beforeAll(async () => {
  platform = await deployed();
  const { shop } = platform;
  const approved = shop.place({ lines: [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }] });
  const delayed = shop.place({ shipNotBefore: new Date(Date.now() + HOUR).toISOString() });
  await shop.decide(await approved, 'APPROVED');
  // Waits for its approval until the tests end.
  await shop.awaitsApproval(await shop.place({ lines: [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }] }));
  await shop.reached(await delayed, 'CHARGED');
  await Promise.all([
    shop.purchase().then((order) => shop.refund(order)),
    shop.place({ paymentToken: 'tok_declined' }).then((id) => shop.settled(id)),
    shop.cancel(await delayed),
    shop.reached(await approved, 'SHIPPED'),
  ]);
  orderId = (await shop.purchase()).orderId;
});

/** Runs a command of a developer with none of the settings of AWS clients. */
async function run(command: string, ...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const { port } = new URL(globalThis.process.env.AWS_ENDPOINT_URL ?? '');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const all = [join(CHECKOUT, 'local', `${command}.ts`), ...args, '--port', port];
  return await new Promise((resolve) => {
    execFile(process.execPath, all, { env, cwd: CHECKOUT }, (error, output, errors) => {
      resolve({ code: Number(error?.code ?? 0), output, errors });
    });
  });
}

/** The partners' authorizer reads new keys at most every five seconds: an earlier test may have sent an unknown one. */
const isUnauthorized = (result: unknown) =>
  (result as { errorMessage?: string } | null)?.errorMessage === 'Unauthorized';

test('every function accepts its sample', async () => {
  const values = await PlatformValues.ofRunningPlatform();
  try {
    for (const each of await runningFunctions()) {
      const event = await fillPlaceholders(await readEvent(each.entry), values.all);
      const { failed, result } = await until(`an answer of ${each.entry}`, PATIENCE, async () => {
        const answer = await invoke(each, event);
        return isUnauthorized(answer.result) ? undefined : answer;
      });
      expect({ entry: each.entry, error: failed && result }).toEqual({ entry: each.entry, error: false });
      const { batchItemFailures = [], statusCode = 200 } = (result ?? {}) as Record<string, unknown>;
      expect({ entry: each.entry, batchItemFailures }).toEqual({ entry: each.entry, batchItemFailures: [] });
      expect([each.entry, statusCode]).not.toEqual([each.entry, 400]);
    }
  } finally {
    await values.release();
  }
});

test('npm run invoke prints the log and the result, and fails with the function', async () => {
  const notified = await run('invoke', 'notify-customer');
  expect(notified).toMatchObject({ code: 0, errors: '' });
  expect(notified.output).toMatch(/ INFO {2}Order event received order=\w{26} /);
  expect(notified.output).toMatch(
    /\n✔ messaging\/notify-customer answered after \d+ ms\n\{\n {2}"batchItemFailures": \[\]\n\}\n$/,
  );

  const file = join(CHECKOUT, 'local/events/messaging/default.json');
  const failed = await run('invoke', 'orders/charge-payment', file);
  expect(failed).toMatchObject({ code: 1, errors: '' });
  expect(failed.output).toMatch(/\n✖ orders\/charge-payment failed after \d+ ms\n/);
  expect(failed.output).toContain('"errorType"');
});

test('npm run logs prints the entries about an order, in the order of their times', async () => {
  const { code, output, errors } = await run('logs', '--order', orderId);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const lines = output.trim().split('\n');
  expect(lines).toContainEqual(
    expect.stringMatching(/ messaging\/publish-order-events +INFO +Order event published order=/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/ documents\/issue-invoice +INFO +Order event received order=/));
  expect(lines.every((line) => line.includes(orderId))).toBe(true);
  expect(lines.map((line) => line.slice(0, 12))).toEqual(lines.map((line) => line.slice(0, 12)).sort());
});

test('npm run logs of a function names its neighbours if it does not exist', async () => {
  await expect(run('logs', 'charge-payments')).resolves.toEqual({
    code: 1,
    output: '',
    errors: expect.stringMatching(
      /^There is no function "charge-payments"\. The nearest names: orders\/charge-payment, .*\n$/,
    ),
  });
});

test('npm run status prints stacks, functions, executions, queues and tables', async () => {
  const { code, output, errors } = await run('status');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toMatch(/^Stacks\n {2}(\d+) of \1 deployed\nFunctions\n {2}\d+ deployed\nExecutions\n/);
  expect(output).toMatch(/\n {2}local-order-workflow {2}.*\d+ SUCCEEDED/);
  expect(output).toMatch(
    /\n {2}messaging NotificationsDeadLetterQueue +\d+ waiting, \d+ in flight {2}dead-letter queue/,
  );
  expect(output).toMatch(/\n {2}orders-data Orders +[1-9]\d* items\n/);
});
