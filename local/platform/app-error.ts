import { pathToFileURL } from 'node:url';
import { CHECKOUT } from './checkout.ts';

/** Returns the error in the output of the app, after the place in the sources that it comes from. */
export function appErrorIn(output: string[]): string | undefined {
  const first = output.findIndex((line) => /^\w*Error\b.*:/.test(line));
  if (first < 0) return undefined;
  // The lines before the error name its place too, but of an error that the CDK throws, it is a place in the CDK.
  const place = [...output.slice(first + 1), ...output.slice(0, first)].map(placeIn).find((each) => each !== undefined);
  return place ? `${place}: ${output[first]}` : output[first];
}

/** Returns the file, line and column of a source of this repository in a line of a stack trace. */
function placeIn(line: string): string | undefined {
  const [, source = ''] = line.split(`${pathToFileURL(CHECKOUT)}/`);
  return source.startsWith('node_modules/') ? undefined : /^[^\s:]+(?::\d+)+/.exec(source)?.[0];
}
