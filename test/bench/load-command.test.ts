import { LOAD } from '../../bench/load/load-command.ts';
import { parseCommand } from '../../ops/command-line/command-line.ts';

test('places orders for 20 seconds on a port of its own without options', () => {
  expect(parseCommand(LOAD, [])).toEqual({ port: 4636, seconds: 20 });
});

test.each(['0', '1', '601', '1e2'])('refuses %s as the time in seconds', (seconds) => {
  expect(() => parseCommand(LOAD, ['--seconds', seconds])).toThrow(
    `--seconds must be a number from 2 to 600, got "${seconds}": npm run load -- [--port <number>] [--seconds <number>]`,
  );
});
