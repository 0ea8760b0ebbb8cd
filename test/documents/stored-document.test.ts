import { storedDocuments } from '../../lambda/documents/stored-document.ts';
import { notificationOf } from './s3-notification.ts';

function sequencerOf(sequencer: string): string {
  const [document] = storedDocuments(notificationOf({ sequencer }));
  if (!document) throw new Error(`the notification of ${sequencer} has no document`);
  return document.sequencer;
}

test('reads the document, its customer and the time from a notification', () => {
  expect(storedDocuments(notificationOf({ key: 'invoices/AIDACUSTOMER/01JD.pdf', versionId: 'v1' }))).toEqual([
    {
      customerId: 'AIDACUSTOMER',
      orderId: '01JD',
      documentKey: 'invoices/AIDACUSTOMER/01JD.pdf',
      storedAt: '2026-01-01T10:00:00.000Z',
      size: 1_024,
      eTag: 'd41d8cd98f00b204e9800998ecf8427e',
      versionId: 'v1',
      sequencer: '0055AED6DCD90281E5'.padEnd(64, '0'),
    },
  ]);
});

test.each([
  ['invoices/a%3Ab%40c/01JD.pdf', 'invoices/a:b@c/01JD.pdf'],
  ['invoices/M%C3%BCller+%26+S%C3%B6hne/01JD.pdf', 'invoices/Müller & Söhne/01JD.pdf'],
  ['invoices/one%2Btwo/01JD.pdf', 'invoices/one+two/01JD.pdf'],
  ['invoices/100%25/01JD.pdf', 'invoices/100%/01JD.pdf'],
])('reads the key %s as %s', (key, documentKey) => {
  expect(storedDocuments(notificationOf({ key }))).toMatchObject([{ documentKey }]);
});

test.each([
  ['00A0', '00A1'],
  ['0055AED6DCD90281E5', '0055aed6dcd90281e6'],
  ['0055AED6DCD9028', '0055AED6DCD90281E5'],
  ['0055AED6DCD90281E5', '0055AED6DCD9028F'],
])('orders sequencer %s before %s', (earlier, later) => {
  const sequencers = [later, earlier].map(sequencerOf);
  expect(sequencers.toSorted()).toEqual([sequencerOf(earlier), sequencerOf(later)]);
});

test('treats sequencers that differ only in trailing zeros as equal', () => {
  expect(sequencerOf('00A1')).toBe(sequencerOf('00A100'));
});

test('finds no document in the test message that S3 sends when the notification is configured', () => {
  const message = {
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: '2026-01-01T10:00:00.000Z',
    Bucket: 'documents',
  };
  expect(storedDocuments(JSON.stringify(message))).toEqual([]);
});

test.each([
  ['text that is not JSON', 'hello', 'not valid JSON'],
  ['another message', '{"hello":"world"}', 'Records'],
  ['the deletion of an object', notificationOf({}, { eventName: 'ObjectRemoved:Delete' }), 'ObjectCreated:'],
  ['a key that is not of an invoice', notificationOf({ key: 'invoices/readme.txt' }), 'invoices/readme.txt'],
  ['a key that cannot be decoded', notificationOf({ key: 'invoices/%E0%A4%A/01JD.pdf' }), 'URI malformed'],
  ['a sequencer that is not hexadecimal', notificationOf({ sequencer: 'later' }), 'sequencer'],
])('refuses %s and names the cause, so that the message reaches the dead-letter queue', (_, message, cause) => {
  expect(() => storedDocuments(message)).toThrow(cause);
});
