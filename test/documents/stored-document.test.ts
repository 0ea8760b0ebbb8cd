import { storedDocuments } from '../../lambda/documents/stored-document.ts';
import { notificationOf } from './s3-notification.ts';

test('tells what was stored, for whom, and when', () => {
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
])('takes the version with sequencer %s for the earlier of it and %s', (earlier, later) => {
  const [first, second] = [earlier, later].map((sequencer) => storedDocuments(notificationOf({ sequencer }))[0]);
  expect((first?.sequencer ?? '') < (second?.sequencer ?? '')).toBe(true);
});

test('takes sequencers that differ only in zeros on the right for the same version', () => {
  const [short, long] = ['00A1', '00A100'].map((sequencer) => storedDocuments(notificationOf({ sequencer }))[0]);
  expect(short?.sequencer).toBe(long?.sequencer);
});

test('finds nothing to do in the test message S3 sends when the notification is set up', () => {
  const message = {
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: '2026-01-01T10:00:00.000Z',
    Bucket: 'documents',
  };
  expect(storedDocuments(JSON.stringify(message))).toEqual([]);
});

test.each([
  ['no JSON', 'hello'],
  ['something else', '{"hello":"world"}'],
  ['an object that was deleted', notificationOf({}, { eventName: 'ObjectRemoved:Delete' })],
  ['a key that is no invoice', notificationOf({ key: 'invoices/readme.txt' })],
  ['a key that cannot be decoded', notificationOf({ key: 'invoices/%E0%A4%A/01JD.pdf' })],
  ['a sequencer that is none', notificationOf({ sequencer: 'later' })],
])('refuses %s, so that a person looks at it', (_, message) => {
  expect(() => storedDocuments(message)).toThrow();
});
