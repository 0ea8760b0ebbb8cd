import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { READ_ORDERS, WRITE_ORDERS } from '../../lambda/access/scopes.ts';
import { problemsOf } from '../../lib/api/operations/common-problems.ts';
import { API_VERSION, OPERATIONS } from '../../lib/api/operations/index.ts';
import type { Access, Answer, Operation } from '../../lib/api/operations/operation.ts';
import { API_KEY_HEADER } from '../../lib/api/operations/request-headers.ts';
import { openAnswers } from './open-answers.ts';
import { answerSchemas, problemName, problems, schemas } from './openapi-components.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

const SECURITY_SCHEMES = {
  customer: {
    type: 'oauth2',
    description: 'Authorization code with PKCE, at the sign-in address of the stage.',
    flows: {
      authorizationCode: {
        authorizationUrl: 'https://sign-in.example.com/oauth2/authorize',
        tokenUrl: 'https://sign-in.example.com/oauth2/token',
        scopes: { [READ_ORDERS]: 'Read your orders.', [WRITE_ORDERS]: 'Place, cancel and refund orders.' },
      },
    },
  },
  partner: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: "A token from the issuer of partners' tokens.",
  },
  apiKey: { type: 'apiKey', in: 'header', name: API_KEY_HEADER },
  operator: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'An AWS signature, version 4, for the service execute-api.',
    'x-amazon-apigateway-authtype': 'awsSigv4',
  },
} as const;

/** The OpenAPI 3.1 document of the API in docs/openapi.json, from the operations and schemas that are deployed. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationObject(operation) };
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Order platform',
        version,
        description:
          'Orders, from purchase to invoice. Amounts are in minor units, times in ISO 8601 and UTC. Responses may get new fields: ignore fields that you do not know.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [
        {
          url: `https://{api}.execute-api.{region}.amazonaws.com/${API_VERSION}`,
          variables: { api: { default: 'api' }, region: { default: 'eu-central-1' } },
        },
      ],
      paths,
      components: {
        schemas: schemas(OPERATIONS),
        responses: problems(OPERATIONS),
        securitySchemes: SECURITY_SCHEMES,
      },
    },
    { reused: 'inline' },
  );
  return { ...document, components: openAnswers(document.components, Object.keys(answerSchemas(OPERATIONS))) };
}

function operationObject(operation: Operation): ZodOpenApiOperationObject {
  const { pathParameters, queryParameters, headers, body } = operation;
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: securityOf(operation.access),
    requestParams: {
      ...(pathParameters && { path: pathParameters }),
      ...(queryParameters && { query: queryParameters }),
      ...(headers && { header: headers }),
    },
    ...(body && { requestBody: { description: body.description, required: true, content: contentOf(body) } }),
    responses: responsesOf(operation),
  };
}

function contentOf(body: NonNullable<Operation['body']>) {
  return 'schema' in body
    ? { 'application/json': { schema: body.schema } }
    : Object.fromEntries(body.mediaTypes.map((type) => [type, {}]));
}

function securityOf(access: Access): Record<string, string[]>[] {
  switch (access.kind) {
    case 'customer':
      return [{ customer: [access.scope] }];
    case 'partner':
      return [{ apiKey: [], partner: [] }];
    case 'api-key':
      return [{ apiKey: [] }];
    case 'operator':
      return [{ operator: [] }];
    case 'anyone':
      return [];
  }
}

function responsesOf(operation: Operation): ZodOpenApiResponsesObject {
  const answers = Object.entries(operation.answers).map(([status, answer]) => [status, answerObject(answer)]);
  const refusals = Object.entries(problemsOf(operation)).map(([status, description]) => [
    status,
    { $ref: `#/components/responses/${problemName(status)}`, description },
  ]);
  return Object.fromEntries([...answers, ...refusals]);
}

function answerObject({ description, json, mediaType, headers }: Answer) {
  return {
    description,
    ...(headers && { headers }),
    ...(json && { content: { 'application/json': { schema: json.schema } } }),
    ...(mediaType && { content: { [mediaType]: {} } }),
  };
}
