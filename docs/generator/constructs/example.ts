/** The first statement of a source that uses a construct or calls a function: an example that is compiled and deployed. */
export function exampleOf(name: string, source: string): string {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.includes(`${name}(`));
  if (start < 0) throw new Error(`An example of ${name} must use it`);
  const indentation = /^ */.exec(lines[start] ?? '')?.[0] ?? '';
  const length = lines
    .slice(start)
    .findIndex((line) => line.startsWith(indentation) && /^\S.*[;,]$/.test(line.slice(indentation.length)));
  return lines
    .slice(start, start + length + 1)
    .map((line) => line.slice(indentation.length))
    .join('\n');
}
