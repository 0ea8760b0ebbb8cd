import { parseRedriveOptions, REDRIVE_HELP } from '../../../ops/redrive/redrive-options.ts';

test.each([
  [['events'], { kind: 'events', stage: 'local' }],
  [['events', '--stage', 'prod'], { kind: 'events', stage: 'prod' }],
  [['order', '01JD'], { kind: 'order', orderId: '01JD', stage: 'local' }],
  [['--help'], { kind: 'help' }],
])('reads %j', (args, options) => {
  expect(parseRedriveOptions(args)).toEqual(options);
});

test.each([
  [[], 'received nothing, expected an order or the events: npm run redrive -- order <order id> | events'],
  [['order'], 'received "order", expected'],
  [['events', '01JD'], 'received "events 01JD", expected'],
  [['order', '01JD', '01JE'], 'received "order 01JD 01JE", expected'],
  [['events', '--phase', 'prod'], "Unknown option '--phase': npm run redrive"],
])('refuses %j with the usage', (args, message) => {
  expect(() => parseRedriveOptions(args)).toThrow(message);
});

test('the help names what can be done again, and the stage', () => {
  for (const word of ['order <order id>', 'events', '--stage <name>']) expect(REDRIVE_HELP).toContain(`\n  ${word}`);
});
