import { type AttributeValue, added, compared, type Item, increased, isEqual, sizeOf } from './attribute-value.ts';
import { Tokens } from './tokens.ts';

/** The names and values that the expressions of a request refer to. */
export interface Placeholders {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

/** An item, and the request whose expressions are evaluated for it. */
interface Scope {
  readonly item: Item | undefined;
  readonly request: Placeholders;
}

type Condition = (scope: Scope) => boolean;
type Operand = (scope: Scope) => AttributeValue | undefined;
type Change = (scope: Scope, after: Record<string, AttributeValue>) => void;

const COMPARISONS: Record<string, (left?: AttributeValue, right?: AttributeValue) => boolean> = {
  '=': isEqual,
  '<>': (left, right) => !isEqual(left, right),
  '<': (left, right) => (compared(left, right) ?? 0) < 0,
  '<=': (left, right) => (compared(left, right) ?? 1) <= 0,
  '>': (left, right) => (compared(left, right) ?? 0) > 0,
  '>=': (left, right) => (compared(left, right) ?? -1) >= 0,
};

const CONDITIONS = new Map<string, Condition>();
const UPDATES = new Map<string, readonly Change[]>();

/** Evaluates a condition, a filter or a condition of keys; one that is not given is true. */
export function isTrue(condition: string | undefined, item: Item | undefined, request: Placeholders): boolean {
  return condition === undefined || parsed(CONDITIONS, condition, alternatives)({ item, request });
}

/** Returns an item after an update. Every operand has the value from before the update. */
export function updated(expression: string, item: Item, request: Placeholders): Item {
  const after = { ...item };
  for (const change of parsed(UPDATES, expression, clauses)) change({ item, request }, after);
  return after;
}

/** Parses a text once: requests differ in their values, not in their expressions. */
function parsed<T>(known: Map<string, T>, text: string, parse: (tokens: Tokens) => T): T {
  const before = known.get(text);
  if (before) return before;
  const tokens = new Tokens(text);
  const result = parse(tokens);
  tokens.expectEnd();
  known.set(text, result);
  return result;
}

function alternatives(tokens: Tokens): Condition {
  const conditions = [conjunction(tokens)];
  while (tokens.skip('OR')) conditions.push(conjunction(tokens));
  return (scope) => conditions.some((condition) => condition(scope));
}

function conjunction(tokens: Tokens): Condition {
  const conditions = [term(tokens)];
  while (tokens.skip('AND')) conditions.push(term(tokens));
  return (scope) => conditions.every((condition) => condition(scope));
}

function term(tokens: Tokens): Condition {
  if (tokens.skip('(')) {
    const condition = alternatives(tokens);
    tokens.expect(')');
    return condition;
  }
  if (tokens.skip('attribute_exists')) return exists(tokens, true);
  if (tokens.skip('attribute_not_exists')) return exists(tokens, false);
  const left = operand(tokens);
  const compare = COMPARISONS[tokens.next()];
  if (!compare) return tokens.refuse();
  const right = operand(tokens);
  return (scope) => compare(left(scope), right(scope));
}

function exists(tokens: Tokens, expected: boolean): Condition {
  const [value] = argumentsOf(tokens, 1);
  return (scope) => (value?.(scope) !== undefined) === expected;
}

function operand(tokens: Tokens): Operand {
  if (tokens.skip('size')) {
    const [value] = argumentsOf(tokens, 1);
    return (scope) => sizeOf(value?.(scope));
  }
  if (tokens.skip('if_not_exists')) {
    const [value, otherwise] = argumentsOf(tokens, 2);
    return (scope) => value?.(scope) ?? otherwise?.(scope);
  }
  const name = tokens.name();
  if (name.startsWith(':')) return ({ request }) => given(request.ExpressionAttributeValues, name);
  return ({ item, request }) => item?.[attribute(name, request)];
}

function argumentsOf(tokens: Tokens, count: number): Operand[] {
  tokens.expect('(');
  const operands = [operand(tokens)];
  while (tokens.skip(',')) operands.push(operand(tokens));
  tokens.expect(')');
  return operands.length === count ? operands : tokens.refuse();
}

const CLAUSES: Readonly<Record<string, (tokens: Tokens) => Change>> = {
  SET: assignment,
  ADD: addition,
  REMOVE: removal,
};

function clauses(tokens: Tokens): Change[] {
  const changes: Change[] = [];
  while (!tokens.atEnd) {
    const known = Object.keys(CLAUSES).find((keyword) => tokens.skip(keyword));
    const clause = CLAUSES[known ?? ''] ?? tokens.refuse();
    do changes.push(clause(tokens));
    while (tokens.skip(','));
  }
  return changes;
}

function assignment(tokens: Tokens): Change {
  const target = tokens.name();
  tokens.expect('=');
  const left = operand(tokens);
  const sign = tokens.skip('+') ? 1 : tokens.skip('-') ? -1 : 0;
  const right = sign === 0 ? undefined : operand(tokens);
  return (scope, after) => {
    const value = right ? added(left(scope), right(scope), sign) : left(scope);
    if (!value) throw new Error(`${target} is set to nothing`);
    after[attribute(target, scope.request)] = value;
  };
}

function addition(tokens: Tokens): Change {
  const target = tokens.name();
  const value = tokens.name();
  return ({ item, request }, after) => {
    const name = attribute(target, request);
    after[name] = increased(item?.[name], given(request.ExpressionAttributeValues, value));
  };
}

function removal(tokens: Tokens): Change {
  const target = tokens.name();
  return ({ request }, after) => {
    delete after[attribute(target, request)];
  };
}

function attribute(name: string, { ExpressionAttributeNames }: Placeholders): string {
  return name.startsWith('#') ? given(ExpressionAttributeNames, name) : name;
}

function given<T>(values: Readonly<Record<string, T>> | undefined, name: string): T {
  const value = values?.[name];
  if (value === undefined) throw new Error(`the request does not define ${name}`);
  return value;
}
