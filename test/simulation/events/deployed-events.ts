import { local } from '../../../lib/stages/local.ts';
import { stacksOf } from '../../platform/deployed-stacks.ts';

/** The settings of the way from the stream of orders to a consumer of events, as a stage deploys them. */
export interface DeployedEvents {
  readonly batchSize: number;
  /** The number of retries of a record; -1 without a limit. */
  readonly retries: number;
  readonly maxAgeMs: number;
  readonly bisects: boolean;
  /** The queues of subscribers, by the names of their consumers. */
  readonly queues: Record<'IssueInvoice' | 'NotifyCustomer', DeployedQueue>;
}

/** The settings of a subscriber's queue. */
export interface DeployedQueue {
  readonly eventTypes: readonly string[];
  readonly maxReceiveCount: number;
  readonly visibilityMs: number;
  readonly batchSize: number;
}

// biome-ignore lint/suspicious/noExplicitAny: a template is what CloudFormation reads
type Resource = { Type: string; Properties: any };

/** Reads the settings from the templates of the local stage. */
export function deployedEvents(): DeployedEvents {
  const resources = stacksOf(local.name).flatMap(({ template }) => Object.entries<Resource>(template.Resources));
  const only = (type: string, matches: (properties: Resource['Properties']) => boolean) => {
    const found = resources.filter(([, { Type, Properties }]) => Type === type && matches(Properties));
    if (found.length !== 1) throw new Error(`expected one ${type}, got ${found.length}`);
    return found[0] as [string, Resource];
  };
  const mappingOf = (reader: string) =>
    only('AWS::Lambda::EventSourceMapping', ({ FunctionName }) => FunctionName.Ref?.startsWith(reader))[1].Properties;

  const stream = mappingOf('PublishOrderEvents');
  const queueOf = (consumer: string): DeployedQueue => {
    const { BatchSize, EventSourceArn } = mappingOf(consumer);
    const [id] = EventSourceArn['Fn::GetAtt'];
    const [, queue] = resources.find(([name]) => name === id) ?? [];
    const [, subscription] = only('AWS::SNS::Subscription', ({ Endpoint }) => Endpoint['Fn::GetAtt']?.[0] === id);
    return {
      eventTypes: subscription.Properties.FilterPolicy.eventType,
      maxReceiveCount: queue?.Properties.RedrivePolicy.maxReceiveCount,
      visibilityMs: queue?.Properties.VisibilityTimeout * 1_000,
      batchSize: BatchSize,
    };
  };
  return {
    batchSize: stream.BatchSize,
    retries: stream.MaximumRetryAttempts,
    maxAgeMs: stream.MaximumRecordAgeInSeconds * 1_000,
    bisects: stream.BisectBatchOnFunctionError,
    queues: { IssueInvoice: queueOf('IssueInvoice'), NotifyCustomer: queueOf('NotifyCustomer') },
  };
}
