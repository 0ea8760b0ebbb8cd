import {
  APIGatewayClient,
  DeleteRestApiCommand,
  GetExportCommand,
  ImportRestApiCommand,
  paginateGetResources,
  type Resource,
} from '@aws-sdk/client-api-gateway';
import { API_VERSION, OPERATIONS } from '../../lib/api/operations/index.ts';
import { local } from '../../lib/stages/local.ts';
import { deployed } from './deployed.ts';

const client = new APIGatewayClient({ region: local.region });
let restApiId: string;
let exported: Uint8Array;
let importedId: string;

beforeAll(async () => {
  const { outputs } = await deployed();
  restApiId = new URL(outputs.get('ApiUrl')).hostname.split('.')[0] ?? '';
  const { body } = await client.send(
    new GetExportCommand({
      restApiId,
      stageName: API_VERSION,
      exportType: 'oas30',
      accepts: 'application/json',
      parameters: { extensions: 'integrations,authorizers' },
    }),
  );
  exported = body ?? new Uint8Array();
  const imported = await client.send(new ImportRestApiCommand({ body: exported }));
  importedId = imported.id ?? '';
});

afterAll(async () => {
  if (importedId) await client.send(new DeleteRestApiCommand({ restApiId: importedId }));
});

async function resourcesOf(id: string): Promise<Resource[]> {
  const resources: Resource[] = [];
  const pages = paginateGetResources({ client }, { restApiId: id, embed: ['methods'] });
  for await (const page of pages) resources.push(...(page.items ?? []));
  return resources;
}

/** Each method of an API with its requirements for callers and its backend. */
async function methodsOf(id: string): Promise<Map<string, unknown>> {
  const methods = (await resourcesOf(id)).flatMap(({ path, resourceMethods = {} }) =>
    Object.entries(resourceMethods).map(([verb, method]) => {
      const { apiKeyRequired = false, authorizationType, methodIntegration: { type, uri } = {} } = method;
      return [`${verb} ${path}`, { apiKeyRequired, authorizationType, type, uri }] as const;
    }),
  );
  return new Map(methods.sort(([left], [right]) => left.localeCompare(right)));
}

test('the deployed API is exported as OpenAPI 3.0 with every operation and its backend', () => {
  const { openapi, paths } = JSON.parse(new TextDecoder().decode(exported));
  expect(openapi).toMatch(/^3\.0\./);
  for (const { method, path } of OPERATIONS) {
    expect(paths[path]).toHaveProperty([method.toLowerCase(), 'x-amazon-apigateway-integration', 'type']);
  }
});

test('the export is imported as a new API with the same methods and the same requirements', async () => {
  expect(importedId).not.toBe(restApiId);
  const methods = await methodsOf(importedId);
  expect(methods).toEqual(await methodsOf(restApiId));
  expect([...methods.keys()]).toEqual(
    expect.arrayContaining(OPERATIONS.map(({ method, path }) => `${method} ${path}`)),
  );
});
