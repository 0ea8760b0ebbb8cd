import { flag, required, stageName, text, wholeNumber } from '../../../ops/command-line/arguments.ts';
import { HelpRequest, parseCommand } from '../../../ops/command-line/command-line.ts';

const PACK = {
  name: 'npm run pack',
  description: 'Packs a parcel.',
  operands: {
    parcel: required('<parcel>', 'The parcel', (received) => received),
    shelf: text('[shelf]', 'Its shelf'),
  },
  options: {
    stage: stageName('local'),
    weight: wholeNumber('Weight in kg', { least: 1, most: 30, otherwise: 2 }),
    label: required('<text>', 'The label:\nonly printed', (received) => received.trim()),
    fragile: flag('Pad the parcel'),
  },
};
const USAGE = 'npm run pack -- <parcel> [shelf] [--stage <name>] [--weight <number>] --label <text> [--fragile]';

test('reads operands by position, and options with and without a value', () => {
  expect(parseCommand(PACK, ['--label', ' cup ', 'p-1'])).toEqual({
    parcel: 'p-1',
    shelf: undefined,
    stage: 'local',
    weight: 2,
    label: 'cup',
    fragile: false,
  });
  expect(parseCommand(PACK, ['p-1', '--weight=7', 's-2', '--fragile', '--stage', 'prod', '--label=-cup'])).toEqual({
    parcel: 'p-1',
    shelf: 's-2',
    stage: 'prod',
    weight: 7,
    label: '-cup',
    fragile: true,
  });
  expect(parseCommand(PACK, ['--label', 'cup', '--', '--p'])).toMatchObject({ parcel: '--p' });
});

test.each([
  [['p-1', '--wight', '7'], '"--wight" is no option of npm run pack'],
  [['p-1', '--constructor'], '"--constructor" is no option of npm run pack'],
  [['p-1', '-w'], '"-w" is no option of npm run pack'],
  [['p-1', 's-2', 'p-3'], '"p-3" is one argument too many'],
  [['p-1', '--weight', '31', '--label', 'x'], '--weight must be a number from 1 to 30, got "31"'],
  [['p-1', '--weight', '0', '--label', 'x'], '--weight must be a number from 1 to 30, got "0"'],
  [['p-1', '--weight', '7kg', '--label', 'x'], '--weight must be a number from 1 to 30, got "7kg"'],
  [['p-1', '--weight'], '--weight needs a value, <number>'],
  [
    ['p-1', '--label', '--fragile'],
    '--label needs a value, <text>, got "--fragile" (write --label=--fragile if it is the value)',
  ],
  [['p-1', '--fragile=no'], '--fragile takes no value, got "no"'],
  [['--label', 'x'], '<parcel> is missing'],
  [['p-1'], '--label is missing'],
])('refuses %j with the reason and the usage', (args, message) => {
  expect(() => parseCommand(PACK, args)).toThrow(`${message}: ${USAGE}`);
});

test.each(['--help', '-h'])(
  '%s describes the command and each argument, the lines of a text below each other',
  (help) => {
    const request = new HelpRequest(`Usage: ${USAGE}

Packs a parcel.

  <parcel>           The parcel
  [shelf]            Its shelf
  --stage <name>     The deployed stage, local by default
  --weight <number>  Weight in kg, 2 by default
  --label <text>     The label:
                     only printed
  --fragile          Pad the parcel
  --help             Print this text`);
    expect(() => parseCommand(PACK, ['p-1', help])).toThrow(request);
    expect(() => parseCommand(PACK, ['p-1', help])).toThrow(HelpRequest);
  },
);
