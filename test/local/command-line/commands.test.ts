import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../../local/checkout.ts';
import * as commands from '../../../local/command-line/commands.ts';
import { type Arguments, type Command, HelpRequest, parseCommand } from '../../../ops/command-line/command-line.ts';

const { DEV, START } = commands;
const { scripts } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));

test('npm start keeps running on the default port without options', () => {
  expect(parseCommand(START, [])).toEqual({ port: 4566, exit: false, keep: undefined, from: undefined });
});

test.each([
  [['--port', '66000'], '--port must be a number from 1024 to 65535, got "66000": npm start -- [--port'],
  [['--port', '80'], '--port must be a number from 1024 to 65535, got "80"'],
  [['--keep', '../x'], '--keep must be 1 to 40 small letters, digits and hyphens, got "../x"'],
])('refuses %j with the valid values', (args, message) => {
  expect(() => parseCommand(START, args)).toThrow(message);
});

test('refuses an option of another command', () => {
  expect(() => parseCommand(DEV, ['--exit'])).toThrow('"--exit" is no option of npm run dev: npm run dev -- [--port');
});

test.each<[string, Command<Arguments, Arguments>]>(Object.entries(commands))(
  '%s describes itself and each of its arguments on --help',
  (_, command) => {
    const script = command.name.replace(/^npm (run )?/, '');
    expect(Object.keys(scripts)).toContain(script);
    for (const help of ['--help', '-h']) {
      expect(() => parseCommand(command, [help])).toThrow(HelpRequest);
      expect(() => parseCommand(command, [help])).toThrow(command.description);
      for (const { description } of [...Object.values(command.operands), ...Object.values(command.options)]) {
        expect(() => parseCommand(command, [help])).toThrow(description);
      }
    }
  },
);
