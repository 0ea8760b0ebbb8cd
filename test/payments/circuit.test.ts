import { FAILURES_TO_OPEN, OPEN_MS, throughCircuit } from '../../lambda/payments/circuit/circuit.ts';
import {
  PaymentCredentialRefused,
  PaymentOutcomeUnknown,
  PaymentRefused,
} from '../../lambda/payments/provider/payment-provider.ts';
import { describeCircuit } from './circuit-contract.ts';
import { InMemoryCircuit } from './in-memory-circuit.ts';

describeCircuit('memory', () => new InMemoryCircuit());

const unknown = new PaymentOutcomeUnknown('PUT /payments', 'no answer');

/** A provider behind a circuit, with a clock. */
function provider() {
  const circuit = new InMemoryCircuit();
  const state = { now: 0, requests: 0 };
  const charge = (answer: Error | 'CHARGED') =>
    throughCircuit(
      circuit,
      () => new Date(state.now),
      async () => {
        state.requests++;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    ).catch((error: Error) => error.name);
  const failTimes = async (times: number, error: Error) => {
    for (let time = 0; time < times; time++) await charge(error);
  };
  return { state, charge, failTimes };
}

test('while the provider does not answer, it gets one charge every 10 seconds', async () => {
  const { state, charge, failTimes } = provider();
  await failTimes(FAILURES_TO_OPEN, unknown);
  expect(await charge('CHARGED')).toBe('PaymentsSuspended');
  expect(state.requests).toBe(FAILURES_TO_OPEN);

  state.now = OPEN_MS;
  await Promise.all(Array.from({ length: 10 }, () => charge(unknown)));
  expect(state.requests).toBe(FAILURES_TO_OPEN + 1);
  state.now += OPEN_MS - 1;
  expect(await charge('CHARGED')).toBe('PaymentsSuspended');
});

test('an order that waits alone reports that charges are suspended, for the alarm', async () => {
  const { state, charge, failTimes } = provider();
  await failTimes(FAILURES_TO_OPEN, unknown);
  state.now = OPEN_MS;
  expect(await charge(unknown)).toBe('PaymentsSuspended');
});

test('the first answer closes the circuit', async () => {
  const { state, charge, failTimes } = provider();
  await failTimes(FAILURES_TO_OPEN, unknown);
  state.now = OPEN_MS;
  expect(await charge('CHARGED')).toBe('CHARGED');
  expect(await charge('CHARGED')).toBe('CHARGED');
});

test('an answer in between starts the count again', async () => {
  const { charge, failTimes } = provider();
  await failTimes(FAILURES_TO_OPEN - 1, unknown);
  expect(await charge('CHARGED')).toBe('CHARGED');
  await failTimes(FAILURES_TO_OPEN - 1, unknown);
  expect(await charge('CHARGED')).toBe('CHARGED');
});

test('a refused credential opens the circuit as well', async () => {
  const { charge, failTimes } = provider();
  await failTimes(FAILURES_TO_OPEN, new PaymentCredentialRefused());
  expect(await charge('CHARGED')).toBe('PaymentsSuspended');
});

test('a refused request is an answer', async () => {
  const { charge, failTimes } = provider();
  await failTimes(FAILURES_TO_OPEN, new PaymentRefused('PUT /payments', 'it answers 409'));
  expect(await charge('CHARGED')).toBe('CHARGED');
});
