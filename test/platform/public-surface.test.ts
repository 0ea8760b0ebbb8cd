import { referred, resourcesOfType, STAGES, whereNot } from './every-stack.ts';

test('every topic refuses requests without TLS', () => {
  const policies = resourcesOfType('AWS::SNS::TopicPolicy').filter(({ properties }) =>
    JSON.stringify(properties.PolicyDocument).includes('"aws:SecureTransport":"false"'),
  );
  const guarded = new Set(
    policies.flatMap(({ stack, properties }) =>
      properties.Topics.map((topic: unknown) => `${stack}/${referred(topic)}`),
    ),
  );
  expect(whereNot(resourcesOfType('AWS::SNS::Topic'), ({ where }) => guarded.has(where))).toEqual([]);
});

test('no function can be called by the test page of API Gateway, which a resource policy has no room for', () => {
  const permissions = resourcesOfType('AWS::Lambda::Permission');
  const isNoTest = ({ properties }: (typeof permissions)[number]) =>
    !JSON.stringify(properties.SourceArn ?? '').includes('test-invoke-stage');
  expect(whereNot(permissions, isNoTest)).toEqual([]);
});

test('an integration with templates refuses a body of any other content type', () => {
  const mapped = resourcesOfType('AWS::ApiGateway::Method').filter(
    ({ properties: { Integration } }) => Integration.RequestTemplates && Integration.Type !== 'MOCK',
  );
  const isClosed = ({ properties: { Integration } }: (typeof mapped)[number]) =>
    Integration.PassthroughBehavior === 'NEVER';
  expect(whereNot(mapped, isClosed)).toEqual([]);
});

test('all stages of an account share one stack for what an account has only once', () => {
  const accountStacks = STAGES.map(({ stacks }) => stacks.find(({ name }) => name === 'order-platform-account'));
  expect(accountStacks.map((stack) => stack?.name)).toEqual(STAGES.map(() => 'order-platform-account'));
});

test.each(['request-cancellation', 'decide-approval'])(
  '%s may answer the execution that waits for an approval',
  (entry) => {
    const named = entry.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());
    const policies = resourcesOfType('AWS::IAM::Policy').filter(
      ({ stack, logicalId }) => stack.endsWith('-api') && logicalId.includes(named),
    );
    const isAllowed = ({ properties }: (typeof policies)[number]) =>
      JSON.stringify(properties.PolicyDocument).includes('states:SendTaskSuccess');
    expect(whereNot(policies, isAllowed)).toEqual([]);
  },
);
