import { documentClient } from '../platform/document-client.ts';
import { settingsOf } from '../platform/settings.ts';
import { consumeOrderEvents } from './consume-order-events.ts';
import { DynamoNotices } from './dynamo-notices.ts';
import { NOTICED_EVENTS, noticeOf, notifyCustomerEntry } from './notice.ts';

const { QUEUE_NAME, NOTICES_TABLE, NOTICE_DAYS } = settingsOf(notifyCustomerEntry);
const notices = new DynamoNotices(documentClient(), { table: NOTICES_TABLE, keptDays: Number(NOTICE_DAYS) });

export const handler = consumeOrderEvents({
  queue: QUEUE_NAME,
  eventTypes: NOTICED_EVENTS,
  handle: async (event) => {
    const notice = noticeOf(event);
    if (notice) await notices.put(notice);
  },
});
