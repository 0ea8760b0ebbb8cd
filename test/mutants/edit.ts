import type { Node } from '@babel/types';

/** A replacement of a part of a source text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replaces a node. */
export function replace({ start, end }: Node, text: string): Edit {
  return { start: start ?? 0, end: end ?? 0, text };
}

/** Removes one of the nodes of a list that is separated by commas. */
export function removeFrom(list: readonly Node[], index: number): Edit {
  const [node, next, previous] = [list[index], list[index + 1], list[index - 1]];
  if (!node) throw new Error(`the list has no node ${index}`);
  if (next) return { start: node.start ?? 0, end: next.start ?? 0, text: '' };
  return { start: previous?.end ?? node.start ?? 0, end: node.end ?? 0, text: '' };
}

/** The source with the replacement. */
export function applied(source: string, { start, end, text }: Edit): string {
  return source.slice(0, start) + text + source.slice(end);
}
