import { parseEraseOptions } from '../../../ops/erase/erase-options.ts';

const SUB = '8f14e45f-ceea-467f-a0e6-7c2e1d3b9a55';

test('reads the customer and the stage, which is local by default', () => {
  expect(parseEraseOptions([SUB])).toEqual({ customerId: SUB, stage: 'local' });
  expect(parseEraseOptions([SUB, '--stage', 'prod'])).toEqual({ customerId: SUB, stage: 'prod' });
});

test.each([
  [[], '<customer id> is missing: npm run erase -- <customer id> [--stage <name>]'],
  [['a', 'b'], '"b" is one argument too many: npm run erase'],
  [['a', '--stag', 'dev'], '"--stag" is no option of npm run erase'],
  [['a', '--stage'], '--stage needs a value, <name>'],
  [
    ['../other'],
    '<customer id> must be 1 to 128 letters, digits, dots, colons, hyphens and underscores, got "../other"',
  ],
  [['a/b'], 'got "a/b"'],
  [['a#b'], 'got "a#b"'],
  [['a" or sub ^= "'], 'got "a\\" or sub ^= \\""'],
  [[''], 'got ""'],
  [['x'.repeat(10_000)], `got "${'x'.repeat(60)}": npm run erase`],
  [['erased-01JD'], '"erased-01JD", which is the pseudonym of an erased customer'],
  [['partner-acme'], '"partner-acme", which is a partner, not a person'],
])('refuses %j with the reason', (args, message) => {
  expect(() => parseEraseOptions(args)).toThrow(message);
});
