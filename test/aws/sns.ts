import { type HttpRequest, textOf } from './http.ts';
import type { Service, ServiceRequest } from './service.ts';
import { ServiceError } from './service-error.ts';
import { escaped, queryAnswer, xmlFailure } from './xml-protocol.ts';

/** A message to a topic. */
export interface TopicMessage {
  readonly body: string;
  readonly group: string;
  readonly deduplicationId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A topic: takes a message, or refuses it. @throws ServiceError */
export type Topic = (message: TopicMessage) => void;

/** SNS in memory, as far as the platform calls it. */
export class Sns implements Service {
  readonly #topics: Readonly<Record<string, Topic>>;

  constructor(topics: Readonly<Record<string, Topic>>) {
    this.#topics = topics;
  }

  receive(request: HttpRequest): ServiceRequest {
    const input = new URLSearchParams(textOf(request));
    const operation = input.get('Action') ?? '';
    const arn = input.get('TopicArn') ?? '';
    return {
      name: `SNS ${arn.split(':').at(-1)}.${operation}`,
      perform: async () => {
        const topic = this.#topics[arn];
        if (!topic) return xmlFailure(new ServiceError('NotFound', arn, {}, 404), 'ErrorResponse');
        return queryAnswer(operation, operation === 'PublishBatch' ? publishAll(topic, input) : publish(topic, input));
      },
      fail: (error) => xmlFailure(error, 'ErrorResponse'),
    };
  }
}

function publish(topic: Topic, input: URLSearchParams): string {
  topic(messageIn(input, ''));
  return '<MessageId>message</MessageId>';
}

function publishAll(topic: Topic, input: URLSearchParams): string {
  const failed: string[] = [];
  const successful: string[] = [];
  for (let index = 1; input.has(`PublishBatchRequestEntries.member.${index}.Id`); index++) {
    const prefix = `PublishBatchRequestEntries.member.${index}.`;
    const id = `<Id>${input.get(`${prefix}Id`)}</Id>`;
    try {
      topic(messageIn(input, prefix));
      successful.push(`<member>${id}<MessageId>message</MessageId></member>`);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { name, message } = error;
      failed.push(`<member>${id}<Code>${name}</Code><Message>${escaped(message)}</Message></member>`);
    }
  }
  return `<Successful>${successful.join('')}</Successful><Failed>${failed.join('')}</Failed>`;
}

function messageIn(input: URLSearchParams, prefix: string): TopicMessage {
  const attributes: Record<string, string> = {};
  for (let index = 1; input.has(`${prefix}MessageAttributes.entry.${index}.Name`); index++) {
    const name = input.get(`${prefix}MessageAttributes.entry.${index}.Name`) ?? '';
    attributes[name] = input.get(`${prefix}MessageAttributes.entry.${index}.Value.StringValue`) ?? '';
  }
  return {
    body: input.get(`${prefix}Message`) ?? '',
    group: input.get(`${prefix}MessageGroupId`) ?? '',
    deduplicationId: input.get(`${prefix}MessageDeduplicationId`) ?? '',
    attributes,
  };
}
