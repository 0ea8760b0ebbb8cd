import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeployedResource, RESOURCES, resourcesOfType } from './every-stack.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What the CDK brings to do what CloudFormation cannot: its functions are not ours to arrange. */
const CDK_PROVIDER = /CustomResourceProvider|CustomS3AutoDelete|CustomVpcRestrictDefaultSG/;

const ours = (resources: DeployedResource[]) => resources.filter(({ logicalId }) => !CDK_PROVIDER.test(logicalId));
const whereNot = (resources: DeployedResource[], rule: (resource: DeployedResource) => boolean) =>
  resources.filter((resource) => !rule(resource)).map(({ where }) => where);

/** The logical id behind a reference within a stack. */
const referred = (value: unknown): string | undefined => {
  const { Ref, 'Fn::GetAtt': attribute } = (value ?? {}) as { Ref?: string; 'Fn::GetAtt'?: string[] };
  return Ref ?? attribute?.[0];
};

/** The permissions written in the template, each with where it stands. */
const statements = RESOURCES.flatMap(({ where, type, properties }) => {
  const documents =
    type === 'AWS::IAM::Role'
      ? (properties.Policies ?? []).map((policy: { PolicyDocument: object }) => policy.PolicyDocument)
      : // The policy of a log group is text: who may write to it is tested where it is made.
        [properties.PolicyDocument, properties.KeyPolicy].filter((document) => document?.Statement);
  // biome-ignore lint/suspicious/noExplicitAny: a statement is what IAM reads
  return documents.flatMap((document: { Statement: any[] }) =>
    document.Statement.map((statement) => ({ where, type, statement })),
  );
});

const alarms = resourcesOfType('AWS::CloudWatch::Alarm');
const queues = resourcesOfType('AWS::SQS::Queue');
const functions = resourcesOfType('AWS::Lambda::Function');

const isQueue = new Set(queues.map(({ where }) => where));
/** The queues that take what another queue, a reader, a function or a rule could not handle. */
const deadLetterTargets = new Set(
  RESOURCES.flatMap(({ stack, properties }) => {
    const targets = [
      properties.RedrivePolicy?.deadLetterTargetArn,
      properties.DestinationConfig?.OnFailure?.Destination,
      ...(properties.Targets ?? []).map(({ Arn }: { Arn: unknown }) => Arn),
    ];
    return targets.map((target) => `${stack}/${referred(target)}`).filter((where) => isQueue.has(where));
  }),
);

test('every queue has a dead-letter queue or is one', () => {
  expect(
    whereNot(queues, ({ where, properties }) => properties.RedrivePolicy !== undefined || deadLetterTargets.has(where)),
  ).toEqual([]);
});

test('every dead-letter queue has an alarm on its first message', () => {
  const watched = new Set(
    alarms.flatMap(({ stack, properties }) =>
      (properties.Dimensions ?? []).map(({ Value }: { Value: unknown }) => `${stack}/${referred(Value)}`),
    ),
  );
  expect([...deadLetterTargets].filter((where) => !watched.has(where))).toEqual([]);
});

test('every alarm tells somebody, and says where its instructions are', () => {
  const runbook = readFileSync(join(ROOT, 'docs/runbook.md'), 'utf8');
  const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  );
  expect(
    whereNot(alarms, ({ properties }) => {
      const [, anchor] = /docs\/runbook\.md#([a-z-]+)$/.exec(properties.AlarmDescription ?? '') ?? [];
      return properties.AlarmActions?.length === 1 && headings.includes(anchor ?? '');
    }),
  ).toEqual([]);
});

test('every function has a role of its own', () => {
  const roles = functions.map(({ stack, properties }) => `${stack}/${referred(properties.Role)}`);
  expect(roles.filter((role, index) => roles.indexOf(role) !== index)).toEqual([]);
});

test('every function of ours has a log group that its stage empties', () => {
  const groups = new Set(
    resourcesOfType('AWS::Logs::LogGroup')
      .filter(({ properties }) => properties.RetentionInDays > 0)
      .map(({ where }) => where),
  );
  expect(
    whereNot(ours(functions), ({ stack, properties }) =>
      groups.has(`${stack}/${referred(properties.LoggingConfig?.LogGroup)}`),
    ),
  ).toEqual([]);
});

test('every function of ours runs Node 24 on arm64, is traced and has a time-out', () => {
  expect(
    whereNot(
      ours(functions),
      ({ properties }) =>
        properties.Runtime === 'nodejs24.x' &&
        properties.Architectures?.[0] === 'arm64' &&
        properties.TracingConfig?.Mode === 'Active' &&
        properties.Timeout > 0,
    ),
  ).toEqual([]);
});

test('every queue that feeds a function hides its messages six times as long as the function may take', () => {
  const timeouts = new Map(functions.map(({ where, properties }) => [where, properties.Timeout as number]));
  const visibility = new Map(queues.map(({ where, properties }) => [where, properties.VisibilityTimeout as number]));
  const mappings = resourcesOfType('AWS::Lambda::EventSourceMapping').filter(({ stack, properties }) =>
    visibility.has(`${stack}/${referred(properties.EventSourceArn)}`),
  );
  expect(
    whereNot(mappings, ({ stack, properties }) => {
      const hidden = visibility.get(`${stack}/${referred(properties.EventSourceArn)}`) ?? 0;
      return hidden >= 6 * (timeouts.get(`${stack}/${referred(properties.FunctionName)}`) ?? Number.POSITIVE_INFINITY);
    }),
  ).toEqual([]);
});

test('every reader of a queue or stream reports the items that failed', () => {
  expect(
    whereNot(resourcesOfType('AWS::Lambda::EventSourceMapping'), ({ properties }) =>
      properties.FunctionResponseTypes?.includes('ReportBatchItemFailures'),
    ),
  ).toEqual([]);
});

test('no stream of a table has more than two readers', () => {
  const readers = new Map<string, number>();
  for (const { properties } of resourcesOfType('AWS::Lambda::EventSourceMapping')) {
    const source = JSON.stringify(properties.EventSourceArn);
    if (source.includes('StreamArn')) readers.set(source, (readers.get(source) ?? 0) + 1);
  }
  expect([...readers].filter(([, count]) => count > 2)).toEqual([]);
});

test('no permission is for every action of a service', () => {
  const allowed = statements.filter(({ statement }) => statement.Effect === 'Allow');
  const wide = allowed.filter(({ statement }) =>
    [statement.Action].flat().some((action: string) => /(^|:)\*$/.test(action)),
  );
  expect(wide.map(({ where }) => where)).toEqual([]);
});

test('nobody outside the account is allowed anything', () => {
  const anybody = statements.filter(
    ({ type, statement }) =>
      type !== 'AWS::IAM::Role' &&
      statement.Effect === 'Allow' &&
      (statement.Principal === '*' || statement.Principal?.AWS === '*') &&
      !statement.Condition,
  );
  expect(anybody.map(({ where }) => where)).toEqual([]);
});

test('every bucket is private, encrypted, and refuses what does not come over TLS', () => {
  const secured = new Set(
    resourcesOfType('AWS::S3::BucketPolicy')
      .filter(({ properties }) => JSON.stringify(properties.PolicyDocument).includes('aws:SecureTransport'))
      .map(({ stack, properties }) => `${stack}/${referred(properties.Bucket)}`),
  );
  expect(
    whereNot(
      resourcesOfType('AWS::S3::Bucket'),
      ({ where, properties }) =>
        Object.values(properties.PublicAccessBlockConfiguration ?? { none: false }).every(Boolean) &&
        properties.BucketEncryption !== undefined &&
        secured.has(where),
    ),
  ).toEqual([]);
});

test('data outlives its stack everywhere but in local and dev, and its stack is protected', () => {
  const data = RESOURCES.filter(({ type }) => ['AWS::DynamoDB::Table', 'AWS::S3::Bucket'].includes(type));
  expect(
    whereNot(data, ({ stack, deletionPolicy }) => (deletionPolicy === 'Delete') === /^(local|dev)-/.test(stack)),
  ).toEqual([]);
});

test('everything that can be tagged says its application, stage, capability and owner', () => {
  const tagged = RESOURCES.filter(({ properties }) => properties.Tags !== undefined);
  const keysOf = ({ properties }: DeployedResource): string[] =>
    Array.isArray(properties.Tags)
      ? properties.Tags.map(({ Key }: { Key: string }) => Key)
      : Object.keys(properties.Tags);
  expect(
    whereNot(tagged, (resource) =>
      ['application', 'stage', 'capability', 'owner'].every((key) => keysOf(resource).includes(key)),
    ),
  ).toEqual([]);

  const taggable = [
    'AWS::Lambda::Function',
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::SQS::Queue',
    'AWS::EC2::VPC',
  ];
  expect(taggable.flatMap((type) => whereNot(resourcesOfType(type), ({ properties }) => properties.Tags))).toEqual([]);
});

test.each([
  'AWS::IAM::Role',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Function',
  'AWS::SecretsManager::Secret',
  'AWS::ApiGateway::RestApi',
  'AWS::Events::Rule',
])('every %s describes itself', (type) => {
  expect(whereNot(resourcesOfType(type), ({ properties }) => properties.Description)).toEqual([]);
});

test('every permission we wrote ourselves, rather than had granted, has a Sid', () => {
  const files = globSync('lib/**/*.ts', { cwd: ROOT });
  const unnamed = files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    const written = [...source.matchAll(/new iam\.PolicyStatement\(\{\s*(\w+)/g)];
    return written.filter(([, first]) => first !== 'sid').map(([code]) => `${file}: ${code}`);
  });
  expect(unnamed).toEqual([]);
});
