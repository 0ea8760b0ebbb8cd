import { Readable } from 'node:stream';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { SNSClient } from '@aws-sdk/client-sns';
import type { OrderEventTargets } from '../../lambda/messaging/publish-order-event.ts';

/** A topic and a stream that accept everything; `sent` holds each request as it left the machine, decoded. */
export function capturedTargets(): { targets: OrderEventTargets; sent: string[] } {
  const sent: string[] = [];
  const options = (answer: string, decoded: (body: string) => string) => ({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ body }: { body: Uint8Array | string }) => {
        sent.push(decoded(typeof body === 'string' ? body : new TextDecoder().decode(body)));
        return { response: { statusCode: 200, headers: {}, body: Readable.from([Buffer.from(answer)]) } };
      },
    },
  });
  const sns = new SNSClient(
    options('<PublishResponse><PublishResult/></PublishResponse>', (body) =>
      JSON.stringify(Object.fromEntries(new URLSearchParams(body))),
    ),
  );
  const kinesis = new KinesisClient(options('{}', (body) => Buffer.from(JSON.parse(body).Data, 'base64').toString()));
  return { targets: { sns, kinesis, topicArn: 'arn:aws:sns:eu-central-1:1:orders', streamName: 'orders' }, sent };
}
