import { parseAttentionOptions } from '../../../ops/attention/attention-options.ts';
import { HelpRequest } from '../../../ops/command-line/command-line.ts';

test('reads the stage, local by default, and the format', () => {
  expect(parseAttentionOptions([])).toEqual({ stage: 'local', json: false });
  expect(parseAttentionOptions(['--stage', 'prod', '--json'])).toEqual({ stage: 'prod', json: true });
});

test('explains itself, with every option', () => {
  expect(() => parseAttentionOptions(['-h'])).toThrow(HelpRequest);
  for (const option of ['--stage', '--json', '--help']) {
    expect(() => parseAttentionOptions(['-h'])).toThrow(`\n  ${option} `);
  }
});

test.each([
  [['--stag', 'dev'], '"--stag" is no option of npm run attention'],
  [['01JD'], '"01JD" is one argument too many'],
  [['--stage'], '--stage needs a value, <name>'],
])('refuses %j with the reason and the usage', (args, message) => {
  expect(() => parseAttentionOptions(args)).toThrow(`${message}: npm run attention -- [--stage <name>] [--json]`);
});
