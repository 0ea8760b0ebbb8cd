import type { Node } from '@babel/types';
import { type Edit, replace } from '../edit.ts';
import { type Place, textOf } from '../syntax.ts';

/** Flips a boolean. */
export function flag({ node }: Place): Edit[] {
  return node.type === 'BooleanLiteral' ? [replace(node, String(!node.value))] : [];
}

/** Multiplies a number by 3; makes 0 and 1 to 1 and 2, and minutes to hours. */
export function number({ node, around }: Place): Edit[] {
  if (node.type !== 'NumericLiteral' || isPosition(around)) return [];
  const { value } = node;
  if (value < 2) return [replace(node, String(value + 1))];
  return [replace(node, String(value * (value === 60 ? 60 : 3)))];
}

/** Returns true for an index and for an argument of `slice` and the like, which another rule would have to understand. */
function isPosition([parent]: readonly Node[]): boolean {
  return parent?.type === 'MemberExpression' || parent?.type === 'UnaryExpression';
}

/** Replaces a result, a status or a compared value by the next one of the same kind in the file. */
export function outcome({ node, around, source }: Place): Edit[] {
  if (node.type !== 'StringLiteral' || !KIND.test(node.value) || !isOutcome(node, around)) return [];
  const others = [...new Set([...source.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, value]) => value ?? ''))];
  const other = others[(others.indexOf(node.value) + 1) % others.length];
  return other && other !== node.value ? [replace(node, `'${other}'`)] : [];
}

const KIND = /^[A-Z][A-Z_]+$/;

function isOutcome(node: Node, [parent]: readonly Node[]): boolean {
  if (!parent) return false;
  if (parent.type === 'ConditionalExpression') return parent.test !== node;
  if (parent.type === 'ObjectProperty') return parent.value === node;
  return ['ReturnStatement', 'BinaryExpression', 'ArrowFunctionExpression', 'TSAsExpression'].includes(parent.type);
}

/** Adds to a text of the platform: the name of an error, of a metric, of a field. */
export function text({ node, around, source }: Place): Edit[] {
  const [parent] = around;
  const isCompared = parent?.type === 'BinaryExpression' && /^[!=]==$/.test(parent.operator);
  if (!isCompared || node.type !== 'StringLiteral') return [];
  return [replace(node, `${textOf(source, node).slice(0, -1)}~'`)];
}
