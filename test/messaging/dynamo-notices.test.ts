import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoNotices } from '../../lambda/messaging/dynamo-notices.ts';
import { documentClientOf } from '../aws/dynamodb/document-client.ts';

test('a notice is kept for the given days from its event, and written once', async () => {
  const { client } = documentClientOf({ notices: { partition: 'customerId', sort: 'noticeId' } });
  const notices = new DynamoNotices(client, { table: 'notices', keptDays: 2 });
  const notice = {
    customerId: 'customer',
    noticeId: '01JD#3',
    orderId: '01JD',
    text: 'Your order is on its way.',
    createdAt: '2026-01-01T10:00:00.999Z',
  };
  await notices.put(notice);
  await notices.put(notice);
  const { Items } = await client.send(new ScanCommand({ TableName: 'notices' }));
  expect(Items).toEqual([{ ...notice, expiresAt: Date.parse('2026-01-03T10:00:00Z') / 1_000 }]);
});
