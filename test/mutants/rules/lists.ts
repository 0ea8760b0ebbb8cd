import type { Node } from '@babel/types';
import { type Edit, removeFrom, replace } from '../edit.ts';
import { calledName, type Place, propertyName, textOf } from '../syntax.ts';

/** Removes an element of an array: the name of an error, a status, an action, a binding. */
export function element({ node, source }: Place): Edit[] {
  if (node.type !== 'ArrayExpression') return [];
  const elements = node.elements.filter((each) => each !== null);
  // An array of which all elements are removed is another type for the compiler, but not at run time.
  return elements
    .map((_, index) => removeFrom(elements, index))
    .filter(({ start, end }) => source.slice(start, end) !== '');
}

/** Removes a filter of messages, of records or of log lines. */
export function filter(place: Place): Edit[] {
  return removedProperties(place, (name) => /filter/i.test(name));
}

/** Removes any other property of an object that is an argument or a part of one: a setting, a consistent read. */
export function setting(place: Place): Edit[] {
  return removedProperties(place, (name) => !/filter/i.test(name));
}

function removedProperties({ node, around }: Place, isMeant: (name: string) => boolean): Edit[] {
  if (node.type !== 'ObjectExpression' || !isSettings(around)) return [];
  return node.properties.flatMap((property, index) =>
    property.type !== 'ObjectMethod' && isMeant(propertyName(property)) ? [removeFrom(node.properties, index)] : [],
  );
}

/** Returns true for an argument, for what it contains, and for a constant. */
function isSettings([parent, ...around]: readonly Node[]): boolean {
  if (!parent) return false;
  const isCall = ['NewExpression', 'CallExpression', 'VariableDeclarator', 'ReturnStatement'].includes(parent.type);
  if (isCall || parent.type === 'ArrowFunctionExpression') return true;
  const isPart = /^(Object|Array|Spread|TSAs|TSSatisfies|Logical|Conditional|Parenthesized)/.test(parent.type);
  return isPart && isSettings(around);
}

/** Removes an action from a grant that lists its actions. */
export function action({ node }: Place): Edit[] {
  if (node.type !== 'CallExpression' || !/^grant/.test(calledName(node))) return [];
  return node.arguments.flatMap((argument, index) =>
    argument.type === 'StringLiteral' ? [removeFrom(node.arguments, index)] : [],
  );
}

/** Swaps two neighbouring arguments that can be of one type. */
export function swappedArguments({ node, source }: Place): Edit[] {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  return neighbours(node.arguments).flatMap(([left, right]) => swapped(source, left, right));
}

/** Swaps the values of two neighbouring properties that can be of one type. */
export function swappedValues({ node, around, source }: Place): Edit[] {
  if (node.type !== 'ObjectExpression' || around.some((each) => /Alarm$/.test(calledName(each)))) return [];
  return neighbours(node.properties).flatMap(([left, right]) => {
    if (!propertyName(left) || !propertyName(right)) return [];
    if (left.type !== 'ObjectProperty' || right.type !== 'ObjectProperty') return [];
    if (!canBeSwapped(left.value, right.value)) return [];
    const [former, latter] = [textOf(source, left.value), textOf(source, right.value)];
    if (former === latter) return [];
    const text = `${textOf(source, left.key)}: ${latter}, ${textOf(source, right.key)}: ${former}`;
    return [{ start: left.start ?? 0, end: right.end ?? 0, text }];
  });
}

function neighbours<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((right, index) => [list[index] as T, right]);
}

function swapped(source: string, left: Node, right: Node): Edit[] {
  const [former, latter] = [textOf(source, left), textOf(source, right)];
  if (!canBeSwapped(left, right) || former === latter) return [];
  const between = source.slice(left.end ?? 0, right.start ?? 0);
  return [{ start: left.start ?? 0, end: right.end ?? 0, text: `${latter}${between}${former}` }];
}

function canBeSwapped(left: Node, right: Node): boolean {
  const kinds = [left, right].map(({ type }) => {
    if (type === 'Identifier' || type === 'MemberExpression') return 'value';
    return type === 'StringLiteral' || type === 'NumericLiteral' ? type : '';
  });
  return kinds[0] !== '' && kinds[0] === kinds[1];
}

/** Replaces the member of an enumeration by another one: `TRIM_HORIZON` by `LATEST`. */
export function enumMember({ node, around, source }: Place): Edit[] {
  const [parent] = around;
  if (node.type !== 'MemberExpression' || parent?.type !== 'ObjectProperty' || parent.value !== node) return [];
  const text = textOf(source, node);
  const [, enumeration] = /^((?:\w+\.)?[A-Z]\w+)\.[A-Z][A-Z0-9_]+$/.exec(text) ?? [];
  if (!enumeration) return [];
  return [replace(node, `Object.values(${enumeration}).find((other) => other !== ${text})`)];
}
