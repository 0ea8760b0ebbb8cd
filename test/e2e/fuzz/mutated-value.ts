import fc, { type Arbitrary } from 'fast-check';
import { HOSTILE_TEXTS } from '../hostile-texts.ts';

/** A mutation of a part of a value. */
type Change = (value: unknown) => unknown;

/** Values to replace a part with. */
const OTHERS: readonly unknown[] = [null, true, 0, -1, 1.5, 1e21, '', [], {}, [[]], [null], { length: 1 }];

const retyped = fc.constantFrom(...OTHERS).map(
  (other): Change =>
    () =>
      other,
);
const hostile = fc.constantFrom(...HOSTILE_TEXTS).map(
  (text): Change =>
    () =>
      text,
);
const overlong = fc.constantFrom(500, 3_000).map(
  (length): Change =>
    (value) =>
      `${value}`.padEnd(length, 'A'),
);
const emptied = fc.constant<Change>((value) => (Array.isArray(value) ? [] : typeof value === 'object' ? {} : ''));
const many = fc.constant<Change>((value) => Array.from({ length: 101 }, () => value));
const dropped = fc.nat().map(
  (which): Change =>
    (value) =>
      withoutMember(value, which),
);
const added = fc.constantFrom('extra', 'constructor', '__proto__', 'price', 'customerId', 'version').map(
  (name): Change =>
    (value) =>
      withMember(value, name),
);

const changes = fc.oneof(retyped, hostile, overlong, emptied, many, dropped, added);

/** A value with one mutated part. */
export function mutatedValue(value: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(value, changes, fc.array(fc.nat(), { maxLength: 4 }))
    .map(([whole, change, where]) => at(whole, where, change));
}

/** Changes a part of a value, selected by following members to the given depth. */
function at(value: unknown, [which, ...rest]: number[], change: Change): unknown {
  if (which === undefined || typeof value !== 'object' || value === null) return change(value);
  const members = Object.entries(value);
  const [name, member] = members[which % members.length] ?? [];
  if (name === undefined) return change(value);
  const changed = at(member, rest, change);
  return Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed };
}

function withoutMember(value: unknown, which: number): unknown {
  if (typeof value !== 'object' || value === null) return null;
  const members = Object.entries(value);
  const left = members.filter((_, index) => index !== which % members.length);
  return Array.isArray(value) ? left.map(([, member]) => member) : Object.fromEntries(left);
}

function withMember(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return [...value, name];
  if (typeof value !== 'object' || value === null) return { [name]: value };
  return Object.fromEntries([...Object.entries(value), [name, 'added']]);
}
