import { parseDevOptions, parseStartOptions } from '../../local/platform/start-options.ts';

test('keeps running on the default port without options', () => {
  expect(parseStartOptions([])).toEqual({ port: 4566, exit: false });
});

test('reads the port and the option to exit after the demo', () => {
  expect(parseStartOptions(['--exit', '--port', '4600'])).toEqual({ port: 4600, exit: true });
});

test.each([
  [['--prot', '4600'], '"--prot" is no option of npm start: npm start -- [--port <number>] [--exit]'],
  [['-p'], '"-p" is no option of npm start'],
  [['4600'], '"4600" is no option of npm start'],
  [['--port', '66000'], '--port must be a number from 1024 to 65535, got "66000"'],
  [['--port', '80'], '--port must be a number from 1024 to 65535, got "80"'],
  [['--port', '4566x'], '--port must be a number from 1024 to 65535, got "4566x"'],
  [['--port'], '--port must be a number from 1024 to 65535, got nothing'],
  [['--exit=no'], '--exit takes no value, got "no"'],
])('refuses %j and lists the valid options', (args, message) => {
  expect(() => parseStartOptions(args)).toThrow(message);
});

test('npm run dev takes a port, and no option of npm start', () => {
  expect(parseDevOptions(['--port', '4600'])).toEqual({ port: 4600 });
  expect(() => parseDevOptions(['--exit'])).toThrow(
    '"--exit" is no option of npm run dev: npm run dev -- [--port <number>]',
  );
});
