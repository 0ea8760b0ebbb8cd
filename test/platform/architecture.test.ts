import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeployedResource, ours, RESOURCES, referred, resourcesOfType, STAGES, whereNot } from './every-stack.ts';

const ROOT = join(import.meta.dirname, '../..');
const alarms = resourcesOfType('AWS::CloudWatch::Alarm');
const queues = resourcesOfType('AWS::SQS::Queue');
const functions = resourcesOfType('AWS::Lambda::Function');

/** A statement of a policy, as far as a rule reads it. */
interface Statement {
  readonly Action?: unknown;
  readonly Principal?: { readonly Service?: unknown };
  readonly Condition?: { readonly ArnEquals?: Record<string, unknown> };
}

/** The targets of a rule; none for any other resource. */
function targetsOf({
  Targets = [],
}: DeployedResource['properties']): { Arn: unknown; DeadLetterConfig?: { Arn: unknown } }[] {
  return Targets;
}

const isQueue = new Set(queues.map(({ where }) => where));
/** The queues that receive failed messages of another queue, a reader, a function or a rule. */
const deadLetterTargets = new Set(
  RESOURCES.flatMap(({ stack, properties }) => {
    const targets = [
      properties.RedrivePolicy?.deadLetterTargetArn,
      properties.DestinationConfig?.OnFailure?.Destination,
      ...targetsOf(properties).flatMap(({ Arn, DeadLetterConfig }) => [Arn, DeadLetterConfig?.Arn]),
    ];
    return targets.map((target) => `${stack}/${referred(target)}`).filter((where) => isQueue.has(where));
  }),
);

test('every target of an EventBridge rule has a dead-letter queue that accepts the events of the rule', () => {
  const accepts = (stack: string, rule: string, queue: string) =>
    resourcesOfType('AWS::SQS::QueuePolicy').some(
      ({ stack: its, properties }) =>
        its === stack &&
        properties.Queues.some((each: unknown) => referred(each) === queue) &&
        properties.PolicyDocument.Statement.some(
          ({ Action, Condition, Principal }: Statement) =>
            Action === 'sqs:SendMessage' &&
            Principal?.Service === 'events.amazonaws.com' &&
            referred(Condition?.ArnEquals?.['aws:SourceArn']) === rule,
        ),
    );
  const rules = resourcesOfType('AWS::Events::Rule');
  expect(rules).not.toEqual([]);
  expect(
    whereNot(rules, ({ stack, where, properties }) =>
      targetsOf(properties).every(
        ({ DeadLetterConfig }) =>
          DeadLetterConfig && accepts(stack, where.slice(stack.length + 1), referred(DeadLetterConfig.Arn) ?? ''),
      ),
    ),
  ).toEqual([]);
});

test('every queue has a dead-letter queue or is one', () => {
  expect(
    whereNot(queues, ({ where, properties }) => properties.RedrivePolicy !== undefined || deadLetterTargets.has(where)),
  ).toEqual([]);
});

test('every dead-letter queue has an alarm on its first message', () => {
  const watched = new Set(
    alarms
      .filter(({ properties }) => properties.Threshold === 1)
      .flatMap(({ stack, properties }) =>
        (properties.Dimensions ?? []).map(({ Value }: { Value: unknown }) => `${stack}/${referred(Value)}`),
      ),
  );
  expect(
    whereNot(
      queues.filter(({ where }) => deadLetterTargets.has(where)),
      ({ where }) => watched.has(where),
    ),
  ).toEqual([]);
});

test('every alarm has an action and links to its section of the runbook', () => {
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
  const roleOf = ({ stack, properties }: DeployedResource) => `${stack}/${referred(properties.Role)}`;
  const roles = functions.map(roleOf);
  expect(whereNot(functions, (each) => roles.indexOf(roleOf(each)) === roles.lastIndexOf(roleOf(each)))).toEqual([]);
});

test('every function of ours has a log group with the retention of its stage', () => {
  const groups = new Set(
    resourcesOfType('AWS::Logs::LogGroup')
      .filter(({ properties, stage }) => properties.RetentionInDays === stage.retention.logDays)
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

test('every queue with a consumer has a visibility timeout of six times the timeout of the function', () => {
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
  const sourceOf = ({ properties }: DeployedResource) => JSON.stringify(properties.EventSourceArn);
  const readers = resourcesOfType('AWS::Lambda::EventSourceMapping').filter((each) =>
    sourceOf(each).includes('StreamArn'),
  );
  const readersOf = (source: string) => readers.filter((each) => sourceOf(each) === source);
  expect(whereNot(readers, (each) => readersOf(sourceOf(each)).length <= 2)).toEqual([]);
});

test('a dead-letter queue is a FIFO queue if its source is one, and no other may be: not those of functions and rules', () => {
  const isFifo = new Map(queues.map(({ where, properties }) => [where, properties.FifoQueue === true]));
  const sourcesOf = ({ stack, where, type, properties }: DeployedResource) =>
    [
      { target: properties.RedrivePolicy?.deadLetterTargetArn, fifo: isFifo.get(where) },
      { target: properties.DestinationConfig?.OnFailure?.Destination, fifo: false },
      ...targetsOf(properties).map(({ DeadLetterConfig }) => ({ target: DeadLetterConfig?.Arn, fifo: false })),
    ].filter(({ target }) => type !== 'AWS::SNS::Subscription' && isFifo.has(`${stack}/${referred(target)}`));
  const sources = RESOURCES.filter((resource) => sourcesOf(resource).length > 0);
  expect(
    whereNot(sources, (source) =>
      sourcesOf(source).every(({ target, fifo }) => isFifo.get(`${source.stack}/${referred(target)}`) === fifo),
    ),
  ).toEqual([]);
});

test('only the payments that are not possible are counted in one metric, by several filters', () => {
  const filters = resourcesOfType('AWS::Logs::MetricFilter');
  const nameOf = ({ properties }: DeployedResource) => JSON.stringify(properties.MetricTransformations[0].MetricName);
  const names = filters.map(nameOf);
  const shared = filters.filter((each) => names.indexOf(nameOf(each)) !== names.lastIndexOf(nameOf(each)));
  expect(new Set(shared.map(nameOf))).toEqual(
    new Set(STAGES.map(({ config }) => `"PaymentsNotPossible-${config.name}-payments"`)),
  );
});

test('an alarm fires after one period, but for payments: errors are expected right after a rotation', () => {
  const slow = alarms.filter(({ properties }) => properties.EvaluationPeriods !== 1);
  expect(new Set(slow.map(({ logicalId }) => logicalId.slice(0, -8)))).toEqual(new Set(['PaymentsNotPossibleAlarm']));
});

test('the API is deployed after the settings of the account, without which it cannot write logs', () => {
  for (const { config, stacks } of STAGES) {
    const api = stacks.find(({ name }) => name === `${config.name}-api`);
    expect(api?.dependencies).toContain('order-platform-account');
  }
});
