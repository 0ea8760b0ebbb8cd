import { parse } from '@babel/parser';
import type { Node } from '@babel/types';

/** A node of a syntax tree, with those around it: the nearest one first. */
export interface Place<T extends Node = Node> {
  readonly node: T;
  readonly around: readonly Node[];
  readonly source: string;
}

/** Yields every node of a TypeScript file, from the outside to the inside; types and imports are left out. */
export function places(source: string): Place[] {
  const found: Place[] = [];
  const visit = (node: Node, around: readonly Node[]) => {
    if (isTypeOnly(node)) return;
    found.push({ node, around, source });
    for (const child of childrenOf(node)) visit(child, [node, ...around]);
  };
  visit(parse(source, { sourceType: 'module', plugins: ['typescript'] }).program, []);
  return found;
}

function isTypeOnly({ type }: Node): boolean {
  const isWrapped = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(type);
  return (type.startsWith('TS') && !isWrapped) || type === 'ImportDeclaration';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'start' in value &&
    'end' in value &&
    !String(value.type).startsWith('Comment')
  );
}

/** The text of a node. */
export function textOf(source: string, { start, end }: Node): string {
  return source.slice(start ?? 0, end ?? 0);
}

/** The name that a call is made by: `grant` of `orders.grant(…)`; empty for a computed one. */
export function calledName(node: Node): string {
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression' && node.type !== 'NewExpression')
    return '';
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name;
  const isMember = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression';
  if (!isMember) return '';
  if (callee.property.type === 'Identifier') return callee.property.name;
  return callee.property.type === 'PrivateName' ? callee.property.id.name : '';
}

/** The name of an object's property; empty for a computed one. */
export function propertyName(node: Node): string {
  if (node.type !== 'ObjectProperty' || node.computed) return '';
  if (node.key.type === 'Identifier') return node.key.name;
  return node.key.type === 'StringLiteral' ? node.key.value : '';
}
