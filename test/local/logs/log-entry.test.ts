import { describeLogEntry, logEntry } from '../../../local/logs/log-entry.ts';

const ENTRY = 'orders/charge-payment';
const TIME = Date.parse('2026-11-21T18:42:30.000Z');

function line(message: string): string | undefined {
  const entry = logEntry(ENTRY, TIME, message);
  return entry && describeLogEntry(entry);
}

function logged(fields: object): string | undefined {
  return line(
    JSON.stringify({
      level: 'INFO',
      message: 'Order event received',
      timestamp: '2026-11-21T18:42:29.243Z',
      service: ENTRY,
      sampling_rate: 0,
      xray_trace_id: '1-6b01e614-9202c9f0e6f9882fee52ddcf',
      ...fields,
    }),
  );
}

test('shows an entry of the logger with its own time, and its fields after the order id', () => {
  expect(logged({ queue: 'invoicing', event: { orderId: '01M7', version: 2 } })).toBe(
    '18:42:29.243 orders/charge-payment INFO  Order event received order=01M7 queue=invoicing event={"orderId":"01M7","version":2}',
  );
  expect(logged({ level: 'ERROR', orderId: '01M7', reason: 'Lambda.Unknown' })).toBe(
    '18:42:29.243 orders/charge-payment ERROR Order event received order=01M7 reason=Lambda.Unknown',
  );
});

test('shows the name and the message of an error without its stack', () => {
  const error = { name: 'TypeError', message: 'x is undefined', location: 'index.js:1', stack: 'TypeError: at e.f' };
  expect(logged({ level: 'ERROR', error })).toBe(
    '18:42:29.243 orders/charge-payment ERROR Order event received error=TypeError: x is undefined',
  );
});

test.each(['plain text', '{ not json', '{"level":"INFO"}', 'null', '"text"'])('shows %s as it is', (message) => {
  expect(line(`${message}\n`)).toBe(`18:42:30.000 orders/charge-payment       ${message}`);
});

test('shows the duration of an invocation, and leaves out its begin and end', () => {
  expect(line('REPORT RequestId: 26224ff4\tDuration: 192 ms\tBilled Duration: 192 ms\tMemory Size: 512 MB')).toBe(
    '18:42:30.000 orders/charge-payment       took 192 ms',
  );
  expect(line('START RequestId: 26224ff4 Version: $LATEST')).toBeUndefined();
  expect(line('END RequestId: 26224ff4')).toBeUndefined();
});
