import { flag, port, required, stageName, stateName, text } from '../../ops/command-line/arguments.ts';
import type { Arguments, Command } from '../../ops/command-line/command-line.ts';

/** Options of a command that starts a platform of its own. */
const PLATFORM = {
  port: port(),
  keep: stateName('Keep orders, products, documents and customers under this name at the end'),
  from: stateName('Begin with what was kept under this name'),
};

export const START = {
  name: 'npm start',
  description: 'Deploys the platform to an emulator, runs the demo and keeps the platform running.',
  operands: {},
  options: { ...PLATFORM, exit: flag('End after the demo, with exit code 0 only if every step succeeded') },
} satisfies Command<Arguments, Arguments>;

export const DEV = {
  name: 'npm run dev',
  description: 'Deploys the platform to an emulator and keeps it up to date with its sources.',
  operands: {},
  options: {
    ...PLATFORM,
    inspect: text('<function>', 'Let a debugger connect to this function, such as charge-payment'),
  },
} satisfies Command<Arguments, Arguments>;

export const DEMO = {
  name: 'npm run demo',
  description: 'Runs the demo against a deployed stage, with the credentials and the endpoint of this shell.',
  operands: {},
  options: { stage: stageName('dev') },
} satisfies Command<Arguments, Arguments>;

export const LOGS = {
  name: 'npm run logs',
  description: 'Prints the logs of the functions of a running platform, a line for each entry.',
  operands: {
    function: text('[function]', 'Its name, such as orders/charge-payment or charge-payment; all functions by default'),
  },
  options: {
    follow: flag('Also print each new entry until Ctrl-C'),
    order: text('<id>', 'Print only entries that contain this order id'),
    port: port(),
  },
} satisfies Command<Arguments, Arguments>;

export const INVOKE = {
  name: 'npm run invoke',
  description: 'Invokes a function of a running platform and prints its log, its result and the time it took.',
  operands: {
    function: required('<function>', 'Its name, such as orders/charge-payment or charge-payment', (name) => name),
    file: text('[event file]', 'The JSON file of the event, by default the sample in local/events'),
  },
  options: { port: port() },
} satisfies Command<Arguments, Arguments>;

export const STATUS = {
  name: 'npm run status',
  description: 'Prints the stacks, functions, executions, queues and tables of a running platform, with their counts.',
  operands: {},
  options: { port: port() },
} satisfies Command<Arguments, Arguments>;
