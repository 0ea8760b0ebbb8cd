import { userInfo } from 'node:os';
import { HelpRequest } from '../../../ops/command-line/command-line.ts';
import { parseResolveOptions, RESOLVED_STATUSES } from '../../../ops/resolve/resolve-options.ts';

const ORDER = '01JD3Y9N6C8Q2VZ4K5T7M0XRWE';
const GIVEN = [ORDER, '--to', 'SHIPPED', '--reason', ' the parcels have left '];

test('reads the order, its end, the reason and the person; the stage is local by default', () => {
  const read = { orderId: ORDER, to: 'SHIPPED', why: 'the parcels have left' };
  expect(parseResolveOptions(GIVEN)).toEqual({ ...read, by: userInfo().username, stage: 'local' });
  expect(parseResolveOptions([...GIVEN, '--by', 'ann', '--stage', 'prod'])).toEqual({
    ...read,
    by: 'ann',
    stage: 'prod',
  });
});

test('explains itself, with every end', () => {
  expect(() => parseResolveOptions(['--help'])).toThrow(HelpRequest);
  for (const status of RESOLVED_STATUSES) expect(() => parseResolveOptions(['--help'])).toThrow(` ${status}: `);
});

test.each([
  [[], '<order id> is missing'],
  [[ORDER, 'another', ...GIVEN.slice(1)], '"another" is one argument too many'],
  [[ORDER, '--reason', 'x'], '--to is missing'],
  [
    [ORDER, '--to', 'shipped', '--reason', 'x'],
    '--to must be one of FAILED, CANCELLED, REFUNDED, SHIPPED, got "shipped"',
  ],
  [[ORDER, '--to', 'PLACED', '--reason', 'x'], 'got "PLACED"'],
  [[ORDER, '--to', 'FAILED'], '--reason is missing'],
  [[ORDER, '--to', 'FAILED', '--reason', '--by'], '--reason needs a value, <text>, got "--by"'],
  [[ORDER, '--to', 'FAILED', '--reason', ' '], '--reason must be a text of 1 to 300 characters, got 0'],
  [[ORDER, '--to', 'FAILED', '--reason', 'x'.repeat(301)], 'got 301'],
  [[...GIVEN, '--by', ''], '--by must be a text'],
  [[...GIVEN, '--stag', 'dev'], '"--stag" is no option of npm run resolve'],
])('refuses %j with the reason and the usage', (args, message) => {
  expect(() => parseResolveOptions(args)).toThrow(message);
  expect(() => parseResolveOptions(args)).toThrow('npm run resolve -- <order id> --to <status> --reason <text>');
});
