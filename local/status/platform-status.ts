import { CloudFormationClient, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { ExecutionStatus, paginateListExecutions, paginateListStateMachines, SFNClient } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import { local } from '../../lib/stages/local.ts';
import { runningFunctions } from '../functions/running-functions.ts';
import {
  type Counts,
  executionSection,
  type QueueCounts,
  queueSection,
  type Section,
  stackSection,
  tableSection,
} from './sections.ts';

/** Reads the status of the platform that the clients of this process are connected to. */
export async function platformStatus(): Promise<Section[]> {
  return await Promise.all([
    readStacks().then(stackSection),
    runningFunctions().then((all) => ({ title: 'Functions', lines: [`${all.length} deployed`] })),
    readExecutions().then(executionSection),
    readQueues().then(queueSection),
    readTables().then(tableSection),
  ]);
}

async function readStacks(): Promise<Map<string, string>> {
  const statuses = new Map<string, string>();
  for (const region of [local.region, local.replicaRegion]) {
    const client = new CloudFormationClient({ region });
    for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
      for (const { StackName, StackStatus } of Stacks) statuses.set(`${StackName} (${region})`, `${StackStatus}`);
    }
  }
  return statuses;
}

async function readExecutions(): Promise<Map<string, Counts>> {
  const client = new SFNClient();
  const machines = new Map<string, Counts>();
  for await (const { stateMachines = [] } of paginateListStateMachines({ client }, {})) {
    for (const { name = '', stateMachineArn } of stateMachines) {
      const counts = await Promise.all(
        Object.values(ExecutionStatus).map(async (statusFilter) => {
          let count = 0;
          const pages = paginateListExecutions({ client, pageSize: 1_000 }, { stateMachineArn, statusFilter });
          for await (const { executions = [] } of pages) count += executions.length;
          return [statusFilter, count] as const;
        }),
      );
      machines.set(name, Object.fromEntries(counts));
    }
  }
  return machines;
}

async function readQueues(): Promise<QueueCounts[]> {
  // The emulator's URLs of queues name another host than the endpoint.
  const client = new SQSClient({ useQueueUrlAsEndpoint: false });
  const queues: QueueCounts[] = [];
  for await (const { QueueUrls = [] } of paginateListQueues({ client }, { MaxResults: 1_000 })) {
    for (const QueueUrl of QueueUrls) {
      const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      queues.push({
        name: QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1),
        // Every other queue of the platform has one.
        isDeadLetterQueue: Attributes?.RedrivePolicy === undefined,
        waiting: Number(Attributes?.ApproximateNumberOfMessages),
        inFlight: Number(Attributes?.ApproximateNumberOfMessagesNotVisible),
      });
    }
  }
  return queues;
}

async function readTables(): Promise<Map<string, number>> {
  const client = new DynamoDBClient();
  const items = new Map<string, number>();
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    for (const TableName of TableNames) {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      items.set(TableName, Table?.ItemCount ?? 0);
    }
  }
  return items;
}
