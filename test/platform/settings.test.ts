import { entry, settingsOf } from '../../lambda/platform/settings.ts';

const example = entry('orders/example', ['EXAMPLE_TABLE'], ['EXAMPLE_CACHE']);

afterEach(() => {
  delete process.env.EXAMPLE_TABLE;
});

test('reads the settings of a function from its environment', () => {
  process.env.EXAMPLE_TABLE = 'table';
  expect(settingsOf(example)).toEqual({ EXAMPLE_TABLE: 'table', EXAMPLE_CACHE: undefined });
});

test('a function does not start without a setting that it requires', () => {
  expect(() => settingsOf(example)).toThrow('the environment variable EXAMPLE_TABLE is not set');
});
