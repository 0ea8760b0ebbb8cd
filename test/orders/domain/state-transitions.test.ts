import { definitionOf, type State } from '../../../docs/generator/workflow-definition.ts';
import { prod } from '../../../lib/stages/prod.ts';
import { templatesOf } from '../../platform/stage-template.ts';

const { StartAt, States } = definitionOf(templatesOf(prod)('orders'));

/** The states of a purchase that needs no approval and ships at once. */
const WAY = [
  'Kind',
  'Prepare',
  'Prepared',
  'ChargePayment',
  'Charged',
  'RecordCharge',
  'Paid',
  'StartShipping',
  'Shippable',
  'ShipByWarehouse',
  'AllCreated',
  'Shipped',
  'RecordOutcome',
  'Settled',
];

const stateNamed = (name = '') => States[name] as State;
const followers = ({ Next, Default, Choices = [] }: State) => [Next, Default, ...Choices.map((choice) => choice.Next)];
/** Counts the states that are entered inside a state: one for each branch, and one for each item. */
const innerStates = ({ Branches = [], ItemProcessor }: State, items: number) =>
  Branches.length + (ItemProcessor ? items : 0);

test('a purchase shipped from two warehouses takes 18 state transitions, which are billed', () => {
  expect(WAY[0]).toBe(StartAt);
  for (const [index, name] of WAY.slice(1).entries()) expect(followers(stateNamed(WAY[index]))).toContain(name);
  expect(stateNamed(WAY.at(-1)).Type).toBe('Succeed');

  const inside = WAY.reduce((sum, name) => sum + innerStates(stateNamed(name), 2), 0);
  expect(WAY.length + inside).toBe(18);
});
