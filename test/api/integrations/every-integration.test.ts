import { Match } from 'aws-cdk-lib/assertions';
import { ALL, events, image, invoice } from './every-integration.ts';
import { bodyOf } from './served-integration.ts';

describe.each(ALL)('every answer of the integration: %s', (_, { method }) => {
  const responses = method.Integration.IntegrationResponses;

  test('carries the headers of all answers, whatever its status', () => {
    for (const { ResponseParameters } of responses) {
      expect(ResponseParameters).toMatchObject({
        'method.response.header.x-content-type-options': "'nosniff'",
        'method.response.header.content-security-policy': "'default-src 'none''",
        'method.response.header.access-control-allow-origin': "'https://shop.example.com'",
      });
    }
  });

  test('is declared with its headers by the method', () => {
    const declared = new Map(
      method.MethodResponses.map((each) => [each.StatusCode, Object.keys(each.ResponseParameters)]),
    );
    for (const { StatusCode, ResponseParameters } of responses) {
      expect(declared.get(StatusCode)).toEqual(Object.keys(ResponseParameters));
    }
  });

  test('says nothing that the backend said', () => {
    for (const answer of responses) {
      const passedOn = ['200', '204'].includes(answer.StatusCode) && answer.ResponseTemplates === undefined;
      if (!passedOn) expect(bodyOf(answer)).not.toBe('');
      expect(bodyOf(answer)).not.toMatch(/\$input\.(body|json)|\$util|errorMessage/);
      const passedHeaders = Object.values(answer.ResponseParameters).filter((value) =>
        value.startsWith('integration.'),
      );
      expect(passedHeaders.filter((value) => value !== 'integration.response.header.ETag')).toEqual([]);
    }
  });

  test('is text even for who would rather have bytes, but for the invoice itself', () => {
    for (const { StatusCode, ContentHandling, ResponseTemplates } of responses) {
      const isInvoice = method === invoice.method && StatusCode === '200' && ResponseTemplates === undefined;
      expect(ContentHandling).toBe(isInvoice ? 'CONVERT_TO_BINARY' : 'CONVERT_TO_TEXT');
    }
  });

  test('is a problem document when it is a failure', () => {
    for (const { StatusCode, ResponseParameters, ResponseTemplates } of responses) {
      if (Number(StatusCode) < 400) continue;
      expect(ResponseParameters['method.response.header.Content-Type']).toBe("'application/problem+json'");
      expect(JSON.parse(bodyOf({ ...(ResponseTemplates && { ResponseTemplates }) }))).toEqual({
        type: 'about:blank',
        title: expect.stringMatching(/^[A-Z]/),
        status: Number(StatusCode),
        detail: expect.stringMatching(/\.$/),
        requestId: '$context.requestId',
      });
    }
  });
});

test.each([
  ['invoice', invoice],
  ['product image', image],
  ['shop events', events],
])(
  'the role of the integration "%s" is its own, taken by API Gateway alone, with no more than is listed here',
  (_, { method, template }) => {
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
            // API Gateway says no source when it takes an integration's role: a condition would refuse it.
            Condition: Match.absent(),
          },
        ],
      },
      ManagedPolicyArns: Match.absent(),
      Policies: Match.absent(),
    });
  },
);
