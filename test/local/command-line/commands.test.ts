import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../../local/checkout.ts';
import { type Arguments, type Command, HelpRequest, parseCommand } from '../../../local/command-line/command-line.ts';
import * as commands from '../../../local/command-line/commands.ts';

const { DEV, LOGS, START } = commands;
const { scripts } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));

test('npm start keeps running on the default port without options', () => {
  expect(parseCommand(START, [])).toEqual({ port: 4566, exit: false, keep: undefined, from: undefined });
});

test('reads options with and without a value', () => {
  expect(parseCommand(START, ['--exit', '--port', '4600'])).toMatchObject({ port: 4600, exit: true });
  expect(parseCommand(LOGS, ['--order=01M7', 'charge-payment', '--follow'])).toEqual({
    function: 'charge-payment',
    order: '01M7',
    follow: true,
    port: 4566,
  });
});

test.each([
  [
    ['--prot', '4600'],
    '"--prot" is no option of npm start: npm start -- [--port <number>] [--keep <name>] [--from <name>] [--exit]',
  ],
  [['-p'], '"-p" is no option of npm start: npm start -- [--port'],
  [['4600'], '"4600" is no option of npm start'],
  [['--port', '66000'], '--port must be a number from 1024 to 65535, got "66000": npm start -- [--port'],
  [['--port', '80'], '--port must be a number from 1024 to 65535, got "80"'],
  [['--port', '4566x'], '--port must be a number from 1024 to 65535, got "4566x"'],
  [['--port'], '--port needs a value, <number>: npm start -- [--port'],
  [['--keep', '../x'], '--keep must be 1 to 40 small letters, digits and hyphens, got "../x"'],
  [['--exit=no'], '--exit takes no value, got "no"'],
])('refuses %j and lists the valid options', (args, message) => {
  expect(() => parseCommand(START, args)).toThrow(message);
});

test('refuses an option of another command, and more operands than a command takes', () => {
  expect(() => parseCommand(DEV, ['--exit'])).toThrow('"--exit" is no option of npm run dev: npm run dev -- [--port');
  expect(() => parseCommand(LOGS, ['place-order', 'get-order'])).toThrow(
    '"get-order" is no option of npm run logs: npm run logs -- [function] [--follow] [--order <id>] [--port <number>]',
  );
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
