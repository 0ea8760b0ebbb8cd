import { HelpRequest } from '../../../ops/command-line/command-line.ts';
import { parseRedriveOptions } from '../../../ops/redrive/redrive-options.ts';

test.each([
  [['events'], { kind: 'events', stage: 'local' }],
  [['events', '--stage', 'prod'], { kind: 'events', stage: 'prod' }],
  [['order', '01JD'], { kind: 'order', orderId: '01JD', stage: 'local' }],
])('reads %j', (args, options) => {
  expect(parseRedriveOptions(args)).toEqual(options);
});

test.each([
  [[], '<order|events> is missing: npm run redrive -- <order|events> [order id] [--stage <name>]'],
  [['orders'], '<order|events> must be order or events, got "orders": npm run redrive -- <order|events> [order id]'],
  [['order'], 'the order id is missing: npm run redrive -- order <order id>'],
  [['events', '01JD'], 'events takes no order id, got "01JD": npm run redrive -- events'],
  [['order', '01JD', '01JE'], '"01JE" is one argument too many: npm run redrive'],
  [['events', '--phase', 'prod'], '"--phase" is no option of npm run redrive: npm run redrive'],
])('refuses %j with the usage', (args, message) => {
  expect(() => parseRedriveOptions(args)).toThrow(message);
});

test('the help names what can be done again, and the stage', () => {
  expect(() => parseRedriveOptions(['--help'])).toThrow(HelpRequest);
  for (const words of [' order: start ', ' events: publish ', '\n  [order id] ', '\n  --stage <name> ']) {
    expect(() => parseRedriveOptions(['--help'])).toThrow(words);
  }
});
