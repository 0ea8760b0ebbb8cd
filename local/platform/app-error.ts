import { pathToFileURL } from 'node:url';
import { CHECKOUT } from '../checkout.ts';

/** Returns the error in the output of the app, after the place in the sources that it comes from. */
export function appErrorIn(output: string[]): string | undefined {
  const trace = output.findIndex((line) => /^ +(at |\.\.\.)/.test(line));
  if (trace < 0) return undefined;
  // An empty line or the caret below the source precedes the message, whose first line says what is wrong.
  const message = output[output.findLastIndex((line, index) => index < trace && /^[\s^]*$/.test(line)) + 1];
  // The lines before the message name a place too, but of an error that the CDK throws, it is one in the CDK.
  const place = [...output.slice(trace), ...output.slice(0, trace)].map(placeIn).find((each) => each !== undefined);
  return place ? `${place}: ${message}` : message;
}

/** Returns the file, line and column of a source of this repository in a line of a stack trace. */
function placeIn(line: string): string | undefined {
  const [, source = ''] = line.split(`${pathToFileURL(CHECKOUT)}/`);
  return source.startsWith('node_modules/') ? undefined : /^[^\s:]+(?::\d+)+/.exec(source)?.[0];
}
