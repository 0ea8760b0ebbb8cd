import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeployedResource, RESOURCES, referred, resourcesOfType, STAGES, whereNot } from './every-stack.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A policy statement of a template, with its resource. */
interface WrittenStatement {
  readonly where: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a statement is what IAM reads
  readonly statement: any;
}

/** The policy statements of every template. */
const statements: WrittenStatement[] = RESOURCES.flatMap(({ where, type, properties }) => {
  const documents =
    type === 'AWS::IAM::Role'
      ? (properties.Policies ?? []).map((policy: { PolicyDocument: object }) => policy.PolicyDocument)
      : // The policy of a log group is a text, and has a test of its own.
        [properties.PolicyDocument, properties.KeyPolicy].filter((document) => document?.Statement);
  return documents.flatMap((document: { Statement: unknown[] }) =>
    document.Statement.map((statement) => ({ where, type, statement })),
  );
});
const allowed = statements.filter(({ statement }) => statement.Effect === 'Allow');
const resourcePolicies = allowed.filter(({ type, statement }) => type !== 'AWS::IAM::Role' && statement.Principal);

test('no permission allows every action of a service', () => {
  const wide = allowed.filter(({ statement }) =>
    [statement.Action].flat().some((action: string) => /(^|:)\*$/.test(action)),
  );
  expect(allowed).not.toEqual([]);
  expect(wide.map(({ where }) => where)).toEqual([]);
});

test('no resource policy allows everybody', () => {
  const anybody = resourcePolicies.filter(
    ({ statement: { Principal, Condition } }) => (Principal === '*' || Principal.AWS === '*') && !Condition,
  );
  expect(resourcePolicies).not.toEqual([]);
  expect(anybody.map(({ where }) => where)).toEqual([]);
});

const PUBLIC_ACCESS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

test('every bucket is private, encrypted, and refuses requests without TLS', () => {
  const secured = new Set(
    resourcesOfType('AWS::S3::BucketPolicy')
      .filter(({ properties }) => JSON.stringify(properties.PolicyDocument).includes('aws:SecureTransport'))
      .map(({ stack, properties }) => `${stack}/${referred(properties.Bucket)}`),
  );
  expect(
    whereNot(
      resourcesOfType('AWS::S3::Bucket'),
      ({ where, properties }) =>
        PUBLIC_ACCESS.every((kind) => properties.PublicAccessBlockConfiguration?.[kind] === true) &&
        properties.BucketEncryption !== undefined &&
        secured.has(where),
    ),
  ).toEqual([]);
});

const DATA = ['AWS::Cognito::UserPool', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket'];

test('data is retained if the stage retains it, and deleted otherwise', () => {
  expect(
    whereNot(
      RESOURCES.filter(({ type }) => DATA.includes(type)),
      ({ stage, deletionPolicy }) => deletionPolicy === (stage.dataRemoval === 'retain' ? 'Retain' : 'Delete'),
    ),
  ).toEqual([]);
});

test('a stack that holds data has termination protection if the stage asks for it', () => {
  const holdsData = new Set(RESOURCES.filter(({ type }) => DATA.includes(type)).map(({ stack }) => stack));
  const wrong = STAGES.flatMap(({ config, stacks }) =>
    stacks.filter((stack) => holdsData.has(stack.name) && stack.terminationProtection !== config.terminationProtection),
  );
  expect(holdsData).not.toEqual(new Set());
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('every taggable resource has the tags application, stage, capability and owner', () => {
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
])('every %s has a description', (type) => {
  expect(whereNot(resourcesOfType(type), ({ properties }) => properties.Description)).toEqual([]);
});

test('every policy statement in lib has a Sid', () => {
  const written = globSync('lib/**/*.ts', { cwd: ROOT }).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return [...source.matchAll(/new (?:iam\.)?PolicyStatement\(\{?\s*(\w*)/g)].map(([code, first]) => ({
      code: `${file}: ${code}`,
      first,
    }));
  });
  expect(written).not.toEqual([]);
  expect(written.filter(({ first }) => first !== 'sid')).toEqual([]);
});
