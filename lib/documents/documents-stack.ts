import { CfnOutput } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { INVOICED_EVENTS, issueInvoiceEntry } from '../../lambda/documents/invoice-key.ts';
import { indexDocumentEntry } from '../../lambda/documents/stored-document.ts';
import type { OrderTopic } from '../messaging/order-topic.ts';
import { SubscriberQueue } from '../messaging/subscriber-queue.ts';
import { bind } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { DocumentsDataStack } from './documents-data-stack.ts';

/** Properties for a `DocumentsStack`. */
export interface DocumentsStackProps {
  /** The stage of the orders and their invoices. */
  readonly stage: StageConfig;
  /** The documents and their index. */
  readonly data: DocumentsDataStack;
  /** The topic of order events. */
  readonly orderTopic: OrderTopic;
  /** The topic that is notified of messages in a dead-letter queue. */
  readonly alarmTopic: sns.ITopic;
}

/** Issues an invoice for each shipped order and maintains the index of documents. */
export class DocumentsStack extends CapabilityStack {
  constructor(scope: Construct, id: string, { stage, data, orderTopic, alarmTopic }: DocumentsStackProps) {
    super(scope, id, { stage, description: 'Invoicing of the order platform and indexing of its documents.' });

    const invoicing = new SubscriberQueue(this, 'Invoicing', {
      topic: orderTopic.topic,
      eventTypes: INVOICED_EVENTS,
      alarmTopic,
    });
    const issuer = new PlatformFunction(this, 'IssueInvoice', {
      stage,
      entry: bind(issueInvoiceEntry, {
        bindings: [data.storeInvoices],
        settings: { QUEUE_NAME: invoicing.queue.queueName },
      }),
      description: 'Issues the invoice of a shipped order.',
    });
    invoicing.addConsumer(issuer);

    const indexing = new SubscriberQueue(this, 'Indexing', { topic: data.createdDocuments, alarmTopic });
    const indexer = new PlatformFunction(this, 'IndexDocument', {
      stage,
      entry: bind(indexDocumentEntry, {
        bindings: [data.indexDocuments],
        settings: { QUEUE_NAME: indexing.queue.queueName },
      }),
      description: 'Adds each stored document to the index of documents.',
    });
    indexing.addConsumer(indexer);

    const logs = { InvoicingLog: issuer, IndexingLog: indexer };
    for (const [output, { logGroup }] of Object.entries(logs)) {
      new CfnOutput(this, output, { value: logGroup.logGroupName, description: 'Log group of the function.' });
    }
  }
}
