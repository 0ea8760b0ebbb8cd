import { OPERATIONS } from '../../lib/api/operations/index.ts';
import type { Access, Operation } from '../../lib/api/operations/operation.ts';
import { shownCalls } from './shown-calls.ts';

const calls = shownCalls();
const commandsOf = ({ method, path }: Operation) =>
  calls.find(({ operation }) => operation === `${method} ${path}`)?.commands ?? '';

/** The credentials of each kind of caller, as arguments of curl. */
const PROOFS: Record<Access['kind'], string[]> = {
  customer: ['Authorization: Bearer $TOKEN'],
  partner: ['X-Api-Key: $PARTNER_KEY', 'Authorization: Bearer $PARTNER_TOKEN'],
  'api-key': ['X-Api-Key: $KEY'],
  operator: ['SIGNED[@]'],
  anyone: [],
};

/** The method that curl sends; the default is GET, or POST with data. */
function methodOf(commands: string): string {
  const [, asked] = /--request (\w+)/.exec(commands) ?? [];
  return asked ?? (commands.includes('--data') ? 'POST' : 'GET');
}

/** The operations on the page; the OpenAPI document has all of them. */
const SHOWN = OPERATIONS.filter(({ method, path }) => calls.some(({ operation }) => operation === `${method} ${path}`));

test('docs/api.md shows only operations of the API, each once', () => {
  const shown = calls.map(({ operation }) => operation).sort();
  expect(shown).toEqual(SHOWN.map(({ method, path }) => `${method} ${path}`).sort());
});

test.each(Object.keys(PROOFS))('docs/api.md shows an operation with the access "%s"', (kind) => {
  expect(SHOWN.map(({ access }) => access.kind)).toContain(kind);
});

test.each(SHOWN)('docs/api.md calls $method $path with its path, credentials and headers', (operation) => {
  const commands = commandsOf(operation);
  expect(methodOf(commands)).toBe(operation.method);
  const path = operation.path.replaceAll(/\{\w+\}/g, '[$\\w-]+');
  expect(commands).toMatch(new RegExp(`"\\$API${path}[?"]`));
  const headers = Object.keys(operation.headers?.shape ?? {}).map((name) => `${name}: `);
  for (const demanded of [...PROOFS[operation.access.kind], ...headers]) expect(commands).toContain(demanded);
});

test.each(SHOWN.flatMap(({ body, ...operation }) => (body && 'schema' in body ? [{ ...operation, body }] : [])))(
  'the body that docs/api.md sends to $method $path is valid',
  (operation) => {
    const [, body = ''] = /--data '([^']*)'/.exec(commandsOf(operation)) ?? [];
    expect(operation.body.schema.safeParse(JSON.parse(body)).error).toBeUndefined();
  },
);
