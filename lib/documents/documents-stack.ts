import { CfnOutput } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { OrderTopic } from '../messaging/order-topic.ts';
import { consume } from '../messaging/queue-consumer.ts';
import { SubscriberQueue } from '../messaging/subscriber-queue.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { DocumentsDataStack } from './documents-data-stack.ts';

/** Properties for a `DocumentsStack`. */
export interface DocumentsStackProps {
  /** The stage whose orders are invoiced. */
  readonly stage: StageConfig;
  /** The documents and their index. */
  readonly data: DocumentsDataStack;
  /** Tells of orders that are complete. */
  readonly orderTopic: OrderTopic;
  /** Who is told of messages that are set aside. */
  readonly alarmTopic: sns.ITopic;
}

/** Issues an invoice for each order that is shipped, and keeps the index of documents. */
export class DocumentsStack extends CapabilityStack {
  constructor(scope: Construct, id: string, { stage, data, orderTopic, alarmTopic }: DocumentsStackProps) {
    super(scope, id, { stage, description: 'The invoices of the order platform, and the index of its documents.' });

    const invoicing = new SubscriberQueue(this, 'Invoicing', {
      topic: orderTopic.topic,
      eventTypes: ['OrderShipped'],
      alarmTopic,
    });
    const issuer = new PlatformFunction(this, 'IssueInvoice', {
      stage,
      entry: 'documents/issue-invoice',
      description: 'Issues the invoice of an order that was shipped.',
    });
    data.grantIssueInvoice(issuer);
    consume(issuer, invoicing);

    const indexing = new SubscriberQueue(this, 'Indexing', { topic: data.createdDocuments, alarmTopic });
    const indexer = new PlatformFunction(this, 'IndexDocument', {
      stage,
      entry: 'documents/index-document',
      description: 'Records each document that is stored in the index of documents.',
    });
    data.grantIndex(indexer);
    consume(indexer, indexing);

    const logs = { InvoicingLog: issuer, IndexingLog: indexer };
    for (const [output, { logGroup }] of Object.entries(logs)) {
      new CfnOutput(this, output, { value: logGroup.logGroupName, description: 'Where its events are logged.' });
    }
  }
}
