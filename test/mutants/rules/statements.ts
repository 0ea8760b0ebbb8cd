import type { Expression, Node } from '@babel/types';
import { type Edit, replace } from '../edit.ts';
import { calledName, type Place } from '../syntax.ts';

const GRANT = /^(grant|addTo.*Policy|addPermission|addToPrincipal)|[a-z]Grant/;
const ALARM = /^addAlarm|Alarms?$/;

/** Removes a statement that grants a permission, or the body of a function that does. */
export function grant(place: Place): Edit[] {
  const { node } = place;
  const isGrantingArrow = node.type === 'ArrowFunctionExpression' && GRANT.test(calledName(node.body));
  return isGrantingArrow ? [replace(node.body, 'undefined')] : removedIf(place, (name) => GRANT.test(name));
}

/** Removes a statement that creates an alarm. */
export function alarm(place: Place): Edit[] {
  return removedIf(place, (name) => ALARM.test(name));
}

/** Removes any other call or construct that is a statement. */
export function effect(place: Place): Edit[] {
  return removedIf(place, (name) => name !== '' && ![GRANT, ALARM].some((other) => other.test(name)));
}

function removedIf({ node }: Place, isMeant: (name: string) => boolean): Edit[] {
  return node.type === 'ExpressionStatement' && isMeant(calledName(awaited(node.expression)))
    ? [replace(node, ';')]
    : [];
}

function awaited(node: Expression): Node {
  return node.type === 'AwaitExpression' ? node.argument : node;
}

/** Skips the first element of a loop, or all passes but the first. */
export function loop({ node, source }: Place): Edit[] {
  if (node.type === 'DoWhileStatement') return [replace(node.test, 'false')];
  if (node.type !== 'ForOfStatement') return [];
  const { start, end } = node.right;
  return [replace(node.right, `[...${source.slice(start ?? 0, end ?? 0)}].slice(1)`)];
}
