import { parseEraseOptions } from '../../../ops/erase/erase-options.ts';

const SUB = '8f14e45f-ceea-467f-a0e6-7c2e1d3b9a55';

test('reads the customer and the stage, which is local by default', () => {
  expect(parseEraseOptions([SUB])).toEqual({ customerId: SUB, stage: 'local' });
  expect(parseEraseOptions([SUB, '--stage', 'prod'])).toEqual({ customerId: SUB, stage: 'prod' });
});

test.each([
  [[], 'Usage: npm run erase -- <customer id> [--stage <name>]'],
  [['a', 'b'], 'one customer at a time, got 2'],
  [['a', '--stag', 'dev'], "Unknown option '--stag'"],
  [['a', '--stage'], "Option '--stage <value>' argument missing"],
  [['../other'], 'customer id: received "../other", expected 1 to 128 letters'],
  [['a/b'], 'customer id: received "a/b"'],
  [['a#b'], 'customer id: received "a#b"'],
  [['a" or sub ^= "'], 'customer id: received "a\\" or sub ^= \\""'],
  [[''], 'customer id: received ""'],
  [['x'.repeat(10_000)], `customer id: received "${'x'.repeat(60)}", expected`],
  [['erased-01JD'], '"erased-01JD", which is the pseudonym of an erased customer'],
  [['partner-acme'], '"partner-acme", which is a partner, not a person'],
])('refuses %j with the reason', (args, message) => {
  expect(() => parseEraseOptions(args)).toThrow(message);
});
