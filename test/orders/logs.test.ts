import { ATTENTION_MESSAGE } from '../../lambda/orders/safety-net/need-attention.ts';
import { loggedLines } from '../platform/logged-lines.ts';

const loaded = Promise.all([
  import('../../lambda/orders/safety-net/record-sweep.ts'),
  import('../../lambda/orders/safety-net/report-attention.ts'),
]).then(([sweeps, attention]) => ({ ...sweeps, ...attention }));

/** The lines that a function logs at a level. */
const logged = (level: 'info' | 'warn' | 'error', log: (loggers: Awaited<typeof loaded>) => void) =>
  loggedLines(level, async () => log(await loaded));

test('an order that is handed over is logged with the message of the alarm', async () => {
  const lines = await logged('error', ({ reportAttention }) => reportAttention('01JD', 'PaymentRefused'));
  expect(lines).toMatchObject([{ message: ATTENTION_MESSAGE, orderId: '01JD', reason: 'PaymentRefused' }]);
});

test('an overdue order that fails is logged with its error', async () => {
  const lines = await logged('warn', ({ recordSwept }) => recordSwept('01JD', 'FAILED_AGAIN', new Error('no')));
  expect(lines).toMatchObject([{ orderId: '01JD', swept: 'FAILED_AGAIN', error: { message: 'no' } }]);
});

test('an overdue order that is brought to its end is logged, and one that is left alone is not', async () => {
  const lines = await logged('info', ({ recordSwept }) => {
    recordSwept('01JD', 'COMPENSATED');
    recordSwept('01JE', 'LEFT_ALONE');
  });
  expect(lines).toMatchObject([{ orderId: '01JD', swept: 'COMPENSATED' }]);
});

test('a sweep is logged with the numbers that the metric of waiting orders reads', async () => {
  const result = { overdue: 2, results: { STARTED: 2 }, needingAttention: 1 };
  expect(await logged('info', ({ recordSweep }) => recordSweep(result))).toMatchObject([result]);
});
