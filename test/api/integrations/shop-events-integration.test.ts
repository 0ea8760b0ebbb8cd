import { Match } from 'aws-cdk-lib/assertions';
import { events } from './every-integration.ts';
import { answerTo, documentOf, statementsOf } from './served-integration.ts';

describe('the events of a web shop', () => {
  const { method, template } = events;
  const stream = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Stream'), 'Arn'] };

  test('are put on the stream by one call, with no function in between', () => {
    expect(method.Integration).toMatchObject({
      Type: 'AWS',
      IntegrationHttpMethod: 'POST',
      RequestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.1'" },
    });
    expect(method.Integration.Uri).toBe('arn:aws:apigateway:eu-central-1:kinesis:action/PutRecords');
    expect(template.findResources('AWS::Lambda::Function')).toEqual({});
  });

  test('are taken as JSON only: any other content type is refused with 415', () => {
    expect(method.Integration.PassthroughBehavior).toBe('NEVER');
    expect(Object.keys(method.Integration.RequestTemplates ?? {})).toEqual(['application/json']);
  });

  test("go to the stream's name, which the request template is given at synth", () => {
    const rendered = JSON.stringify(method.Integration.RequestTemplates);
    expect(rendered).toMatch(/\{"Ref":"Stream[0-9A-F]{8}"\}/);
    expect(rendered).not.toContain('$streamName');
  });

  test('are numbered by an id of the request that no caller can choose', () => {
    const rendered = JSON.stringify(method.Integration.RequestTemplates);
    expect(rendered).toContain('$context.extendedRequestId');
    expect(rendered).not.toContain('$context.requestId');
  });

  test('may be put on that stream, and nothing else may be done', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [{ Sid: 'PutEvents', Effect: 'Allow', Action: 'kinesis:PutRecords', Resource: stream }],
      },
    });
    expect(statementsOf(template)).toHaveLength(1);
  });

  test('are answered 202, which the answer turns into 207 when some were refused', () => {
    expect(answerTo(method, 200)).toMatchObject({
      StatusCode: '202',
      ResponseParameters: { 'method.response.header.Content-Type': "'application/json'" },
    });
    expect(method.MethodResponses.map(({ StatusCode }) => StatusCode)).toEqual(['202', '207', '503', '502']);
  });

  test('are told to come again when Kinesis throttles the whole call', () => {
    expect(answerTo(method, 400)).toMatchObject({
      StatusCode: '503',
      ResponseParameters: { 'method.response.header.Retry-After': "'5'" },
    });
  });

  test.each([500, 503])('are not taken when Kinesis answers %d', (status) => {
    expect(documentOf(method, status)).toMatchObject({ status: 502 });
  });
});
