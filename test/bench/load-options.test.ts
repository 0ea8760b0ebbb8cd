import { parseLoadOptions } from '../../bench/load/load-options.ts';

test('places orders for 20 seconds on a separate port without options', () => {
  expect(parseLoadOptions([])).toEqual({ port: 4596, seconds: 20 });
});

test('reads the port and the time', () => {
  expect(parseLoadOptions(['--port', '4600', '--seconds', '4'])).toEqual({ port: 4600, seconds: 4 });
});

test.each([
  [['--port', '80'], '--port must be a number from 1024 to 65535, got "80"'],
  [['--seconds', '0'], '--seconds must be a number from 2 to 600, got "0"'],
  [['--seconds', '1e2'], '--seconds must be a number from 2 to 600, got "1e2"'],
  [['--clients', '9'], "Unknown option '--clients'"],
  [['9'], "Unexpected argument '9'"],
])('refuses %j and lists the valid options', (args, message) => {
  expect(() => parseLoadOptions(args)).toThrow(message);
});
