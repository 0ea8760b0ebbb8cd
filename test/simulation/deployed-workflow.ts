import { local } from '../../lib/stages/local.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import type { TableSchema } from '../aws/dynamodb/table.ts';
import { type DeployedResource, DeployedTemplates } from './deployed-templates.ts';
import type { QueueOfTopic, ReaderOfStream, Workflow } from './workflow.ts';

/** Reads the order workflow, and all that its functions are connected with, from the templates of a stage. */
export function deployedWorkflow(stage: StageConfig = local): Workflow {
  const templates = new DeployedTemplates(stage.name);
  const functions = templates.of('AWS::Lambda::Function').filter(entryOf);
  const entryAt = (by: DeployedResource, reference: unknown) => entryOf(templates.target(by.template, reference));
  const calling = (type: string, entry: string) =>
    templates.only(type, (resource) => entryAt(resource, resource.Properties.FunctionName) === entry).Properties;
  const ruleFor = (entry: string) =>
    templates.only('AWS::Events::Rule', (rule) =>
      rule.Properties.Targets.some(({ Arn }: { Arn: unknown }) => entryAt(rule, Arn) === entry),
    ).Properties;

  const machine = templates.only('AWS::StepFunctions::StateMachine');
  const [, parts] = machine.Properties.DefinitionString['Fn::Join'] as [string, unknown[]];
  const definition = parts.map(
    (part) => (part instanceof Object && entryAt(machine, part)) || templates.text(machine.template, part),
  );
  const readers = Object.fromEntries(
    ['orders/start-order-workflow', 'messaging/publish-order-events'].map((entry) => [
      entry,
      readerOf(calling('AWS::Lambda::EventSourceMapping', entry)),
    ]),
  );
  const compensation = calling('AWS::Lambda::EventInvokeConfig', 'orders/compensate-ended-execution');
  const [, minutes] = /^rate\((\d+) minutes\)$/.exec(ruleFor('orders/sweep-overdue-orders').ScheduleExpression) ?? [];

  return {
    definition: JSON.parse(definition.join('')),
    functions: Object.fromEntries(
      functions.map(({ template, Properties: { Timeout, Environment } }) => {
        const settings = Object.entries(Environment.Variables).map(([name, value]) => [
          name,
          templates.text(template, value),
        ]);
        return [
          Environment.Variables.POWERTOOLS_SERVICE_NAME,
          { timeoutSeconds: Timeout, settings: Object.fromEntries(settings) },
        ];
      }),
    ),
    tables: Object.fromEntries(
      templates.of('AWS::DynamoDB::Table').map((table) => [table.name, schemaOf(table.Properties)]),
    ),
    readers,
    queues: templates.of('AWS::SNS::Subscription').flatMap((subscription) => queueOf(templates, subscription) ?? []),
    startedFor: JSON.parse(readers['orders/start-order-workflow']?.pattern ?? '').dynamodb.NewImage.status.S,
    compensatedFor: ruleFor('orders/compensate-ended-execution').EventPattern.detail.status,
    reports: Object.fromEntries(functions.flatMap((each) => reportOf(templates, each))),
    compensationAttempts: 1 + compensation.MaximumRetryAttempts,
    sweepIntervalMinutes: Number(minutes),
  };
}

function entryOf(resource: DeployedResource | undefined): string | undefined {
  return resource?.Properties.Environment?.Variables?.POWERTOOLS_SERVICE_NAME;
}

function schemaOf({ KeySchema, GlobalSecondaryIndexes = [] }: DeployedResource['Properties']): TableSchema {
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }: DeployedResource['Properties']) => [
    IndexName,
    {
      ...keysOf(KeySchema),
      ...(Projection.ProjectionType !== 'ALL' && { projected: Projection.NonKeyAttributes ?? [] }),
    },
  ]);
  return { ...keysOf(KeySchema), indexes: Object.fromEntries(indexes) };
}

function keysOf(schema: readonly { AttributeName: string }[]) {
  const [partition, sort] = schema.map(({ AttributeName }) => AttributeName);
  return { partition: partition ?? '', sort };
}

function readerOf(mapping: DeployedResource['Properties']): ReaderOfStream {
  return {
    pattern: mapping.FilterCriteria.Filters[0].Pattern,
    batchSize: mapping.BatchSize,
    retries: mapping.MaximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : mapping.MaximumRetryAttempts,
    maxAgeMs: mapping.MaximumRecordAgeInSeconds * 1_000,
    bisects: mapping.BisectBatchOnFunctionError,
    reportsFailures: mapping.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
  };
}

/** The queue of a subscription, with the function that consumes it; nothing for a subscription of another protocol. */
function queueOf(templates: DeployedTemplates, { template, Properties }: DeployedResource): QueueOfTopic | undefined {
  if (Properties.Protocol !== 'sqs') return undefined;
  const queue = templates.target(template, Properties.Endpoint);
  const mapping = templates.only(
    'AWS::Lambda::EventSourceMapping',
    (each) => templates.target(each.template, each.Properties.EventSourceArn) === queue,
  );
  return {
    name: queue?.name ?? '',
    topic: templates.text(template, Properties.TopicArn),
    consumer: entryOf(templates.target(mapping.template, mapping.Properties.FunctionName)) ?? '',
    eventTypes: Properties.FilterPolicy?.eventType,
    isFifo: queue?.Properties.FifoQueue ?? false,
    maxReceiveCount: queue?.Properties.RedrivePolicy.maxReceiveCount,
    visibilityMs: queue?.Properties.VisibilityTimeout * 1_000,
    batchSize: mapping.Properties.BatchSize,
  };
}

/** The entry of a function and the filter of its log lines that the alarm of orders that need attention counts. */
function reportOf(templates: DeployedTemplates, { template, Properties }: DeployedResource): [string, string][] {
  const logs = templates.target(template, Properties.LoggingConfig.LogGroup);
  const filters = templates.of('AWS::Logs::MetricFilter').filter((filter) => {
    const [{ MetricName }] = filter.Properties.MetricTransformations;
    return (
      MetricName.startsWith('OrdersHandedOver') &&
      templates.target(filter.template, filter.Properties.LogGroupName) === logs
    );
  });
  return filters.map((filter) => [
    Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
    filter.Properties.FilterPattern,
  ]);
}
