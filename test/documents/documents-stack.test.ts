import { Match } from 'aws-cdk-lib/assertions';
import { prod } from '../../lib/stages/prod.ts';
import { documentsOf } from './documents-stacks.ts';

const { documents } = documentsOf(prod);

const id = (name: string) => Match.stringLikeRegexp(`^${name}[0-9A-F]{8}$`);
const arn = (name: string) => ({ 'Fn::GetAtt': [id(name), 'Arn'] });
const imported = (name: string) => ({ 'Fn::ImportValue': Match.stringLikeRegexp(name) });

/** The permissions of a function, without those for logs and traces. */
function permissionsOf(role: string): { Action: string | string[]; Resource: unknown }[] {
  interface Policy {
    readonly Properties: {
      readonly Roles: { Ref: string }[];
      readonly PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] };
    };
  }
  const policies = Object.values(documents.findResources('AWS::IAM::Policy')) as Policy[];
  return policies
    .filter(({ Properties }) => Properties.Roles[0]?.Ref.startsWith(role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => !/^(logs|xray|sqs):/.test([Action].flat()[0] ?? ''));
}

test('the invoicing queue receives the events of shipped orders, in order', () => {
  documents.hasResourceProperties('AWS::SNS::Subscription', {
    TopicArn: imported('OrderTopic'),
    Endpoint: arn('InvoicingQueue'),
    FilterPolicy: { eventType: ['OrderShipped'] },
    RawMessageDelivery: true,
  });
  documents.hasResourceProperties('AWS::SQS::Queue', {
    FifoQueue: true,
    RedrivePolicy: { deadLetterTargetArn: arn('InvoicingDeadLetterQueue'), maxReceiveCount: 5 },
  });
});

test('the indexing queue receives the event of every stored document', () => {
  documents.hasResourceProperties('AWS::SNS::Subscription', {
    TopicArn: imported('CreatedDocuments'),
    Endpoint: arn('IndexingQueue'),
    FilterPolicy: Match.absent(),
    RawMessageDelivery: true,
  });
});

test.each([
  ['IssueInvoice', 'InvoicingQueue'],
  ['IndexDocument', 'IndexingQueue'],
])('%s reads %s and reports the messages that failed', (consumer, queue) => {
  documents.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: arn(queue),
    FunctionName: { Ref: id(consumer) },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

test('the function that issues invoices may store them, and not read, list or delete them', () => {
  expect(permissionsOf('IssueInvoiceRole')).toEqual([
    {
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: { 'Fn::Join': ['', [{ 'Fn::ImportValue': expect.stringContaining('Documents') }, '/invoices/*']] },
    },
  ]);
});

test('the function that indexes documents may put items into the index, and nothing else', () => {
  expect(permissionsOf('IndexDocumentRole')).toEqual([
    {
      Effect: 'Allow',
      Action: 'dynamodb:PutItem',
      Resource: { 'Fn::ImportValue': expect.stringContaining('DocumentIndex') },
    },
  ]);
});

test.each([
  [
    'documents/issue-invoice',
    { DOCUMENTS_BUCKET: imported('Documents'), QUEUE_NAME: { 'Fn::GetAtt': [id('InvoicingQueue'), 'QueueName'] } },
  ],
  [
    'documents/index-document',
    {
      DOCUMENT_INDEX_TABLE: imported('DocumentIndex'),
      QUEUE_NAME: { 'Fn::GetAtt': [id('IndexingQueue'), 'QueueName'] },
    },
  ],
])('%s has the settings of its resources', (entry, variables) => {
  documents.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { POWERTOOLS_SERVICE_NAME: entry, ...variables } },
  });
});
