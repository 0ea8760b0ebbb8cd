import { GetQueueAttributesCommand, paginateListQueues, type SQSClient } from '@aws-sdk/client-sqs';

/** Returns true if no queue holds a message, visible or in flight. */
export async function queuesEmpty(client: SQSClient): Promise<boolean> {
  for await (const { QueueUrls = [] } of paginateListQueues({ client }, {})) {
    for (const QueueUrl of QueueUrls) {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      if (Object.values(Attributes).some((count) => Number(count) > 0)) return false;
    }
  }
  return true;
}
