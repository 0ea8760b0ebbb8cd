import { ATTENTION_HELP, parseAttentionOptions } from '../../../ops/attention/attention-options.ts';

test('reads the stage, local by default, and the format', () => {
  expect(parseAttentionOptions([])).toEqual({ kind: 'list', stage: 'local', json: false });
  expect(parseAttentionOptions(['--stage', 'prod', '--json'])).toEqual({ kind: 'list', stage: 'prod', json: true });
});

test('explains itself, with every option', () => {
  expect(parseAttentionOptions(['-h'])).toEqual({ kind: 'help' });
  for (const option of ['--stage', '--json', '--help']) expect(ATTENTION_HELP).toContain(`\n  ${option} `);
});

test.each([
  [['--stag', 'dev'], "Unknown option '--stag'"],
  [['01JD'], "Unexpected argument '01JD'"],
  [['--stage'], "Option '--stage <value>' argument missing"],
])('refuses %j with the reason and the usage', (args, message) => {
  expect(() => parseAttentionOptions(args)).toThrow(message);
  expect(() => parseAttentionOptions(args)).toThrow('npm run attention -- [--stage <name>] [--json]');
});
