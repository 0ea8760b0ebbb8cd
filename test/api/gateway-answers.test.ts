import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { prod } from '../../lib/stages/prod.ts';
import { anApi } from './an-api.ts';

const { template } = anApi();
const responses = Object.values(template.findResources('AWS::ApiGateway::GatewayResponse')).map(
  ({ Properties }) => Properties,
);
const byType = (type: string) => responses.find(({ ResponseType }) => ResponseType === type);

/** The rendered template of a gateway response. */
function rendered(type: string) {
  const template: string = byType(type)?.ResponseTemplates['application/json'];
  return JSON.parse(
    template
      .replace('$context.error.messageString', '"It\'s \\"wrong\\"."')
      .replace('$context.error.validationErrorString', 'missing: ([\\"lines\\"])')
      .replace('$context.requestId', 'r-1'),
  );
}

test.each(responses.map(({ ResponseType }) => ResponseType))(
  '%s is a problem document with the common headers and the allowed origin',
  (type) => {
    expect(byType(type)?.ResponseParameters).toMatchObject({
      'gatewayresponse.header.Content-Type': "'application/problem+json'",
      'gatewayresponse.header.access-control-allow-origin': "'https://shop.example.com'",
      'gatewayresponse.header.x-content-type-options': "'nosniff'",
      'gatewayresponse.header.strict-transport-security': "'max-age=63072000; includeSubDomains'",
      'gatewayresponse.header.cache-control': "'no-store'",
    });
    expect(rendered(type)).toMatchObject({
      type: 'about:blank',
      title: expect.any(String),
      detail: expect.any(String),
      requestId: 'r-1',
    });
  },
);

test.each([
  ['BAD_REQUEST_BODY', 400],
  ['BAD_REQUEST_PARAMETERS', 400],
  ['UNAUTHORIZED', 401],
  ['ACCESS_DENIED', 403],
  ['INVALID_API_KEY', 403],
  ['MISSING_AUTHENTICATION_TOKEN', 403],
  ['REQUEST_TOO_LARGE', 413],
  ['UNSUPPORTED_MEDIA_TYPE', 415],
  ['THROTTLED', 429],
  ['QUOTA_EXCEEDED', 429],
  ['AUTHORIZER_FAILURE', 503],
  ['INTEGRATION_TIMEOUT', 504],
])('%s has the status %i, in the document too', (type, status) => {
  expect(byType(type)?.StatusCode).toBe(String(status));
  expect(rendered(type).status).toBe(status);
});

test.each(['BAD_REQUEST_BODY', 'BAD_REQUEST_PARAMETERS'])('%s has the message of the validator', (type) => {
  expect(rendered(type).errors).toBe('missing: (["lines"])');
});

test.each(['THROTTLED', 'QUOTA_EXCEEDED', 'AUTHORIZER_FAILURE'])('%s has a Retry-After header', (type) => {
  expect(byType(type)?.ResponseParameters['gatewayresponse.header.Retry-After']).toMatch(/^'\d+'$/);
});

test('only responses that cannot reveal a signature repeat the message of API Gateway', () => {
  const repeating = responses.filter(({ ResponseTemplates }) =>
    ResponseTemplates['application/json'].includes('messageString'),
  );
  expect(repeating.map(({ ResponseType }) => ResponseType).sort()).toEqual([
    'BAD_REQUEST_BODY',
    'BAD_REQUEST_PARAMETERS',
    'QUOTA_EXCEEDED',
    'THROTTLED',
    'UNSUPPORTED_MEDIA_TYPE',
  ]);
});

test('an unexpected failure reveals nothing of the backend', () => {
  expect(byType('DEFAULT_5XX')?.ResponseTemplates['application/json']).not.toMatch(/integration|stack/i);
});

const preflights = Object.values(template.findResources('AWS::ApiGateway::Method'))
  .map(({ Properties }) => Properties)
  .filter(({ HttpMethod }) => HttpMethod === 'OPTIONS');

test('pages of the allowed origin, and no other, may send the headers and methods of the operations', () => {
  const allowed = preflights.map(({ Integration }) => Integration.IntegrationResponses[0].ResponseParameters);
  for (const headers of allowed) {
    expect(headers).toMatchObject({
      'method.response.header.access-control-allow-origin': `'${prod.api.origin}'`,
      'method.response.header.Access-Control-Allow-Headers':
        "'Authorization,Content-Type,Idempotency-Key,If-Match,X-Api-Key'",
      'method.response.header.Access-Control-Max-Age': "'7200'",
      'method.response.header.strict-transport-security': "'max-age=63072000; includeSubDomains'",
    });
  }
  expect(allowed.map((headers) => headers['method.response.header.Access-Control-Allow-Methods'])).toContain(
    "'OPTIONS,GET,PUT,PATCH,DELETE'",
  );
  expect(JSON.stringify(template.toJSON())).not.toMatch(/Allow-Origin[^,}]*'\*'/i);
});

test('a preflight request with a body of another type is refused', () => {
  expect(new Set(preflights.map(({ Integration }) => Integration.PassthroughBehavior))).toEqual(new Set(['NEVER']));
});

test('every path has a method for preflight requests', () => {
  expect(preflights).toHaveLength(new Set(OPERATIONS.map(({ path }) => path)).size);
});
