import type { Expression, Node } from '@babel/types';
import { type Edit, replace } from '../edit.ts';
import { type Place, textOf } from '../syntax.ts';

/** Removes one clause of a chain of `&&` or of `||`. */
export function logicalClause({ node, around, source }: Place): Edit[] {
  if (node.type !== 'LogicalExpression' || node.operator === '??') return [];
  const { operator } = node;
  const [parent] = around;
  // The outermost expression of a chain has all its clauses.
  if (parent?.type === 'LogicalExpression' && parent.operator === operator) return [];
  const clauses = clausesOf(node, operator);
  return clauses.map((removed) => {
    const rest = clauses.filter((clause) => clause !== removed).map((clause) => parenthesized(source, clause));
    return replace(node, rest.join(` ${operator} `));
  });
}

function clausesOf(node: Expression, operator: string): Expression[] {
  if (node.type !== 'LogicalExpression' || node.operator !== operator) return [node];
  return [...clausesOf(node.left, operator), ...clausesOf(node.right, operator)];
}

function parenthesized(source: string, node: Node): string {
  const text = textOf(source, node);
  return node.extra?.parenthesized ? `(${text})` : text;
}

/** Negates the condition of an `if` or of a conditional expression. */
export function guard({ node, source }: Place): Edit[] {
  if (node.type !== 'IfStatement' && node.type !== 'ConditionalExpression') return [];
  return [replace(node.test, `!(${textOf(source, node.test)})`)];
}

/** Removes one clause of an expression of DynamoDB, in parentheses or outside of them. */
export function expressionClause({ node, around, source }: Place): Edit[] {
  const [parent] = around;
  if (parent?.type !== 'ObjectProperty' || parent.value !== node) return [];
  if (!/(Condition|Filter|KeyCondition)Expression['"]?$/.test(textOf(source, parent.key))) return [];
  const strings = textsIn(node);
  return strings.flatMap((string) => withoutClauses(textOf(source, string)).map((text) => replace(string, text)));
}

function textsIn(node: Node): Node[] {
  if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') return [node];
  if (node.type === 'ConditionalExpression') return [...textsIn(node.consequent), ...textsIn(node.alternate)];
  return [];
}

/** The text of an expression without one of its clauses each, quotes included. */
function withoutClauses(quoted: string): string[] {
  const [quote, text] = [quoted[0] ?? '', quoted.slice(1, -1)];
  return shortened(text).map((shorter) => `${quote}${shorter}${quote}`);
}

function shortened(text: string): string[] {
  const clauses = text.split(/ (AND|OR) (?![^(]*\))/);
  const found: string[] = [];
  for (let at = 0; at < clauses.length; at += 2) {
    const clause = clauses[at] ?? '';
    const rest = at === 0 ? clauses.slice(2) : clauses.toSpliced(at - 1, 2);
    if (rest.length > 0) found.push(rest.join(' '));
    const inside = /^\((.*)\)$/.exec(clause)?.[1];
    if (inside) found.push(...shortened(inside).map((shorter) => clauses.with(at, `(${shorter})`).join(' ')));
  }
  return found;
}
