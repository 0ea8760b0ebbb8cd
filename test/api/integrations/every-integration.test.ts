import { Match } from 'aws-cdk-lib/assertions';
import { ALL, events, image, invoice } from './every-integration.ts';
import { bodyOf } from './served-integration.ts';

const ANSWERS = ALL.flatMap(([name, { method }]) =>
  method.Integration.IntegrationResponses.map((answer) => ({ name, status: answer.StatusCode, answer, method })),
);

test.each(ALL)('the integration "%s" has a default response', (_, { method }) => {
  const patterns = method.Integration.IntegrationResponses.map(({ SelectionPattern }) => SelectionPattern);
  expect(patterns.filter((pattern) => pattern === undefined)).toHaveLength(1);
});

describe.each(ANSWERS)('the response $status of the integration "$name"', ({ status, answer, method }) => {
  const isInvoice = method === invoice.method && status === '200';

  test('carries the common headers', () => {
    expect(answer.ResponseParameters).toMatchObject({
      'method.response.header.x-content-type-options': "'nosniff'",
      'method.response.header.content-security-policy': "'default-src 'none''",
      'method.response.header.access-control-allow-origin': "'https://shop.example.com'",
    });
  });

  test('is declared with its headers by the method', () => {
    const declared = method.MethodResponses.find(({ StatusCode }) => StatusCode === status);
    expect(Object.keys(declared?.ResponseParameters ?? {})).toEqual(Object.keys(answer.ResponseParameters));
  });

  test('reveals nothing of the response of the backend', () => {
    if (!isInvoice && status !== '204') expect(bodyOf(answer)).not.toBe('');
    expect(bodyOf(answer)).not.toMatch(/\$input\.(body|json)|\$util|errorMessage/);
    const passed = Object.values(answer.ResponseParameters).filter((value) => value.startsWith('integration.'));
    expect(passed).toEqual(isInvoice ? ['integration.response.header.ETag'] : []);
  });

  test('is binary only for the invoice, independent of the types that the caller accepts', () => {
    expect(answer.ContentHandling).toBe(isInvoice ? 'CONVERT_TO_BINARY' : 'CONVERT_TO_TEXT');
  });
});

test.each(ANSWERS.filter(({ status }) => Number(status) >= 400))(
  'the response $status of the integration "$name" is a problem document',
  ({ status, answer }) => {
    expect(answer.ResponseParameters['method.response.header.Content-Type']).toBe("'application/problem+json'");
    expect(JSON.parse(bodyOf(answer))).toEqual({
      type: 'about:blank',
      title: expect.stringMatching(/^[A-Z]/),
      status: Number(status),
      detail: expect.stringMatching(/\.$/),
      requestId: '$context.requestId',
    });
  },
);

test.each([
  ['invoice', invoice],
  ['product image', image],
  ['shop events', events],
])('the integration "%s" has a role of its own that only API Gateway assumes', (_, { method, template }) => {
  const roles = template.findResources('AWS::IAM::Role');
  expect(Object.keys(roles)).toEqual([expect.stringMatching(/Role[0-9A-F]{8}$/)]);
  expect(method.Integration.Credentials).toEqual({ 'Fn::GetAtt': [Object.keys(roles)[0], 'Arn'] });
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'apigateway.amazonaws.com' },
          // API Gateway sets no source when it assumes the role of an integration: a condition would refuse it.
          Condition: Match.absent(),
        },
      ],
    },
    ManagedPolicyArns: Match.absent(),
    Policies: Match.absent(),
  });
});
