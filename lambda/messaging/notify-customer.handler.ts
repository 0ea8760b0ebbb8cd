import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../platform/document-client.ts';
import { settingsOf } from '../platform/settings.ts';
import { consumeOrderEvents } from './consume-order-events.ts';
import { NOTICED_EVENTS, noticeOf, notifyCustomerEntry } from './notice.ts';

const { QUEUE_NAME, NOTICES_TABLE, NOTICE_DAYS } = settingsOf(notifyCustomerEntry);
const client = documentClient();
const keptSeconds = Number(NOTICE_DAYS) * 86_400;

export const handler = consumeOrderEvents({
  queue: QUEUE_NAME,
  eventTypes: NOTICED_EVENTS,
  handle: async (event) => {
    const notice = noticeOf(event);
    if (!notice) return;

    const expiresAt = Math.floor(Date.parse(notice.createdAt) / 1_000) + keptSeconds;
    // The key comes from the event: writing the notice a second time changes nothing.
    await client.send(new PutCommand({ TableName: NOTICES_TABLE, Item: { ...notice, expiresAt } }));
  },
});
