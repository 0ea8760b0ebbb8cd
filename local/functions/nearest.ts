const SHOWN = 3;

/** Returns the names that are most similar to one that does not exist, the nearest first. */
export function nearest(wanted: string, names: readonly string[]): string[] {
  const distance = (name: string) => {
    if (name.includes(wanted)) return 0;
    return Math.min(edits(wanted, name), edits(wanted, name.slice(name.lastIndexOf('/') + 1)));
  };
  return names
    .map((name) => ({ name, distance: distance(name) }))
    .sort((left, right) => left.distance - right.distance)
    .slice(0, SHOWN)
    .map(({ name }) => name);
}

/** Returns the Levenshtein distance: the number of insertions, deletions and replacements of a character. */
function edits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, left] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, right] of [...to].entries()) {
      const replaced = (previous[column] ?? 0) + (left === right ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
