import { Match } from 'aws-cdk-lib/assertions';
import { events } from './every-integration.ts';
import { answerTo, documentOf, statementsOf } from './served-integration.ts';

describe('the events of a web shop', () => {
  const { method, template } = events;
  const stream = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Stream'), 'Arn'] };

  test('are written to the stream by one call, without a function', () => {
    expect(method.Integration).toMatchObject({
      Type: 'AWS',
      IntegrationHttpMethod: 'POST',
      RequestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.1'" },
    });
    expect(method.Integration.Uri).toBe('arn:aws:apigateway:eu-central-1:kinesis:action/PutRecords');
    expect(template.findResources('AWS::Lambda::Function')).toEqual({});
  });

  test('are accepted as JSON only: API Gateway responds 415 to any other content type', () => {
    expect(method.Integration.PassthroughBehavior).toBe('NEVER');
    expect(Object.keys(method.Integration.RequestTemplates ?? {})).toEqual(['application/json']);
  });

  test('are written to the stream whose name replaces the placeholder of the request template', () => {
    const rendered = JSON.stringify(method.Integration.RequestTemplates);
    expect(rendered).toMatch(/\{"Ref":"Stream[0-9A-F]{8}"\}/);
    expect(rendered).not.toContain('$streamName');
  });

  test('are identified by a request id that the caller cannot choose', () => {
    const rendered = JSON.stringify(method.Integration.RequestTemplates);
    expect(rendered).toContain('$context.extendedRequestId');
    expect(rendered).not.toContain('$context.requestId');
  });

  test('may be written to that stream; the role allows nothing else', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [{ Sid: 'PutEvents', Effect: 'Allow', Action: 'kinesis:PutRecords', Resource: stream }],
      },
    });
    expect(statementsOf(template)).toHaveLength(1);
  });

  test('are answered 202, which the template changes to 207 if some were refused', () => {
    expect(answerTo(method, 200)).toMatchObject({
      StatusCode: '202',
      ResponseParameters: { 'method.response.header.Content-Type': "'application/json'" },
    });
    expect(method.MethodResponses.map(({ StatusCode }) => StatusCode)).toEqual(['202', '207', '503', '502']);
  });

  test('are answered 503 with Retry-After if Kinesis throttles the whole call', () => {
    expect(answerTo(method, 400)).toMatchObject({
      StatusCode: '503',
      ResponseParameters: { 'method.response.header.Retry-After': "'5'" },
    });
  });

  test.each([500, 503])('are answered 502 if Kinesis responds %d', (status) => {
    expect(documentOf(method, status)).toMatchObject({ status: 502 });
  });
});
