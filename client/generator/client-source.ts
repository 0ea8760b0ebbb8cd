import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSource, type OpenAPI } from 'oazapfts';

type Operation = OpenAPI.OperationObject;

const DOCUMENT = join(import.meta.dirname, '../../docs/openapi.json');

/**
 * The client of the API in TypeScript, from docs/openapi.json.
 *
 * If a response of an operation may be JSON, the client reads all of them as text, which corrupts bytes. So of an operation
 * that responds with bytes, it reads problems as bytes too: `JSON.parse(await data.text())`.
 */
export async function clientSource(): Promise<string> {
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
  for (const operations of Object.values<Record<string, Operation>>(document.paths)) {
    for (const operation of Object.values(operations)) operation.responses = withoutMixture(operation.responses);
  }
  return generateSource(document);
}

function withoutMixture(answers: Operation['responses'] = {}): NonNullable<Operation['responses']> {
  const types = Object.values(answers).flatMap((answer) =>
    'content' in answer ? Object.keys(answer.content ?? {}) : [],
  );
  if (types.length === 0 || types.some((type) => type.includes('json'))) return answers;
  const bytes = { description: 'A problem document.', content: { 'application/octet-stream': {} } };
  return Object.fromEntries(Object.entries(answers).map(([status, each]) => [status, '$ref' in each ? bytes : each]));
}
