import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../platform/document-client.ts';
import { setting } from '../platform/settings.ts';
import { consumeOrderEvents } from './consume-order-events.ts';
import { noticeOf } from './notice.ts';

const client = documentClient();
const table = setting('NOTICES_TABLE');
const keptSeconds = Number(setting('NOTICE_DAYS')) * 86_400;

export const handler = consumeOrderEvents(async (event) => {
  const notice = noticeOf(event);
  if (!notice) return;

  const expiresAt = Math.floor(Date.parse(notice.createdAt) / 1_000) + keptSeconds;
  // The key comes from the event: writing the notice a second time changes nothing.
  await client.send(new PutCommand({ TableName: table, Item: { ...notice, expiresAt } }));
});
