// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the samples are source text
import { mutantsOf } from './mutant.ts';
import { RULES } from './rules/index.ts';

/** The first lines of a file as the mutants of one rule have them. */
function mutated(rule: string, source: string): string[] {
  return mutantsOf('lambda/sample.ts', source)
    .filter((mutant) => mutant.rule === rule)
    .map(({ to }) => to);
}

const SAMPLES: readonly [rule: string, source: string, mutants: string[]][] = [
  [
    'clause of a DynamoDB expression removed',
    "send({ ConditionExpression: 'a = :a AND (b = :b OR c = :c)' });",
    [
      "send({ ConditionExpression: '(b = :b OR c = :c)' });",
      "send({ ConditionExpression: 'a = :a' });",
      "send({ ConditionExpression: 'a = :a AND (c = :c)' });",
      "send({ ConditionExpression: 'a = :a AND (b = :b)' });",
    ],
  ],
  [
    'clause of a DynamoDB expression removed',
    'send({ FilterExpression: `a = ${a} OR b = :b` });',
    ['send({ FilterExpression: `b = :b` });', 'send({ FilterExpression: `a = ${a}` });'],
  ],
  [
    'clause of a condition removed',
    'a && b && (c || d);',
    ['b && (c || d);', 'a && (c || d);', 'a && b;', 'a && b && (d);', 'a && b && (c);'],
  ],
  ['condition negated', 'if (a) throw b;', ['if (!(a)) throw b;']],
  ['condition negated', 'x = a > 1 ? b : c;', ['x = !(a > 1) ? b : c;']],
  [
    'arguments swapped',
    "move(order, stock.from, 'a', 'b', 1);",
    ["move(stock.from, order, 'a', 'b', 1);", "move(order, stock.from, 'b', 'a', 1);"],
  ],
  ['values swapped', 'x = { group: orderId, id: event.id, n: 1 };', ['x = { group: event.id, id: orderId, n: 1 };']],
  ['grant removed', 'workflow.grantStart(handler);', [';']],
  ['grant removed', "binding(name, (user) => table.grant(user, 'Get'));", ['binding(name, (user) => undefined);']],
  ['action removed', "table.grant(user, 'Get', 'Put');", ["table.grant(user, 'Put');", "table.grant(user, 'Get');"]],
  ['alarm removed', "new RunbookAlarm(this, 'Failed');", [';']],
  [
    'filter removed',
    'new Subscription(queue, { filterPolicy: { types }, raw });',
    ['new Subscription(queue, { raw });'],
  ],
  ['effect removed', 'await report(orderId);', [';']],
  [
    'loop cut short',
    'for (const shard of shards) read(shard);',
    ['for (const shard of [...shards].slice(1)) read(shard);'],
  ],
  ['loop cut short', 'do read(); while (next);', ['do read(); while (false);']],
  ['element removed', "x = ['A', 'B'];", ["x = ['B'];", "x = ['A'];"]],
  [
    'setting removed',
    'new Queue({ ssl, ...(fifo && FIFO), dead: { queue } });',
    [
      'new Queue({ ...(fifo && FIFO), dead: { queue } });',
      'new Queue({ ssl, dead: { queue } });',
      'new Queue({ ssl, ...(fifo && FIFO) });',
      'new Queue({ ssl, ...(fifo && FIFO), dead: { } });',
    ],
  ],
  [
    'other member of the enumeration',
    'x = { start: lambda.Position.TRIM };',
    ['x = { start: Object.values(lambda.Position).find((other) => other !== lambda.Position.TRIM) };'],
  ],
  ['flag flipped', 'x = { skip: true };', ['x = { skip: false };']],
  ['number changed', 'x = 60 * 5 - 1;', ['x = 3600 * 5 - 1;', 'x = 60 * 15 - 1;', 'x = 60 * 5 - 2;']],
  ['other outcome', "x = a ? 'ENDED' : 'RUNNING';", ["x = a ? 'RUNNING' : 'RUNNING';", "x = a ? 'ENDED' : 'ENDED';"]],
  ['other text compared', "x = code === 'Failed';", ["x = code === 'Failed~';"]],
];

test.each(SAMPLES)('%s: %s', (rule, source, mutants) => {
  expect(mutated(rule, source)).toEqual(mutants);
});

test('every rule has a sample', () => {
  expect(Object.keys(RULES).toSorted()).toEqual([...new Set(SAMPLES.map(([rule]) => rule))].toSorted());
});

test.each([
  ['imports and types', "import { a } from 'b'; type C = { d: true };"],
  ['an index', 'x = list[1];'],
  ['a super call', 'class A extends B { constructor() { super(); } }'],
])('leaves %s as they are', (_, source) => {
  expect(mutantsOf('lambda/sample.ts', source)).toEqual([]);
});
