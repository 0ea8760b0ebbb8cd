/** A notification of S3 for a stored invoice, with the given changes. */
export function notificationOf(object: object = {}, record: object = {}): string {
  return JSON.stringify({
    Records: [
      {
        eventVersion: '2.6',
        eventSource: 'aws:s3',
        eventTime: '2026-01-01T10:00:00.000Z',
        eventName: 'ObjectCreated:Put',
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: 'documents', arn: 'arn:aws:s3:::documents' },
          object: {
            key: 'invoices/AIDACUSTOMER/01JD.pdf',
            size: 1_024,
            eTag: 'd41d8cd98f00b204e9800998ecf8427e',
            sequencer: '0055AED6DCD90281E5',
            ...object,
          },
        },
        ...record,
      },
    ],
  });
}
