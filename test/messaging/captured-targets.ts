import { Readable } from 'node:stream';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { SNSClient } from '@aws-sdk/client-sns';
import { kinesisOrderEvents } from '../../lambda/messaging/kinesis-order-events.ts';
import { snsOrderEvents } from '../../lambda/messaging/sns-order-events.ts';

/** Returns the code of the error of an entry in a call, if there is one. */
type Refusal = (entry: string, call: number) => string | undefined;

/** The behaviour of the services. */
interface Behaviour {
  /** The entries that are not taken. @default - all are taken */
  readonly refuse?: Refusal;
  /** The calls that fail as a whole, by their entries. @default - none */
  readonly fail?: (entries: readonly string[]) => string | undefined;
}

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

/** A topic and a stream behind their clients; `calls` holds the entries of each request as it left the machine, decoded. */
export function capturedTargets({ refuse = () => undefined, fail = () => undefined }: Behaviour = {}) {
  const calls: string[][] = [];
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);

  const options = (
    read: (body: string) => string[],
    answered: (codes: (string | undefined)[]) => string,
    failed: (code: string) => string,
  ) => ({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ body }: { body: Uint8Array | string }) => {
        const entries = read(typeof body === 'string' ? body : new TextDecoder().decode(body));
        const call = calls.push(entries);
        const code = fail(entries);
        const { statusCode, body: text }: Answer = code
          ? { statusCode: 400, body: failed(code) }
          : { statusCode: 200, body: answered(entries.map((entry) => refuse(entry, call))) };
        return { response: { statusCode, headers: {}, body: Readable.from([Buffer.from(text)]) } };
      },
    },
  });

  const sns = new SNSClient(
    options(
      snsEntries,
      (codes) => `<PublishBatchResponse><PublishBatchResult><Failed>${codes.map(snsFailure).join('')}</Failed>
        <Successful/></PublishBatchResult></PublishBatchResponse>`,
      (code) => `<ErrorResponse><Error><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
    ),
  );
  const kinesis = new KinesisClient(
    options(
      (body) =>
        JSON.parse(body).Records.map(({ PartitionKey, Data }: { PartitionKey: string; Data: string }) =>
          JSON.stringify({ PartitionKey, Data: Buffer.from(Data, 'base64').toString() }),
        ),
      (codes) =>
        JSON.stringify({ Records: codes.map((code) => (code ? { ErrorCode: code, ErrorMessage: 'no' } : {})) }),
      (code) => JSON.stringify({ __type: code, message: 'no' }),
    ),
  );
  const topic = snsOrderEvents(sns, 'arn:aws:sns:eu-central-1:1:orders', wait);
  const stream = kinesisOrderEvents(kinesis, 'orders', wait);
  return { topic, stream, calls, waits };
}

/** The entries of a request to SNS, each with its parameters. */
function snsEntries(body: string): string[] {
  const entries = new Map<string, Record<string, string>>();
  for (const [name, value] of new URLSearchParams(body)) {
    const [, number = '', parameter = ''] = /^PublishBatchRequestEntries\.member\.(\d+)\.(.+)$/.exec(name) ?? [];
    if (number) entries.set(number, { ...entries.get(number), [parameter]: value });
  }
  return [...entries.values()].map((entry) => JSON.stringify(entry));
}

function snsFailure(code: string | undefined, index: number): string {
  if (!code) return '';
  return `<member><Id>${index}</Id><Code>${code}</Code><Message>no</Message><SenderFault>true</SenderFault></member>`;
}
