import { shopEventAnswer, shopEventResults, shopEvents } from '../../../lambda/analytics/shop-event.ts';
import { operationsOf } from './operation.ts';

/** Operations on events, for web shops. */
export const eventOperations = operationsOf({
  putEvents: {
    method: 'POST',
    path: '/events',
    summary: 'Records up to 100 events of a web shop.',
    access: { kind: 'api-key' },
    body: {
      name: 'ShopEvents',
      description: 'Events of a web shop.',
      schema: shopEvents,
      checkedByGateway: true,
    },
    answers: {
      202: { description: 'All events were accepted.', json: { name: 'ShopEventAnswer', schema: shopEventAnswer } },
      207: {
        description: 'Some events were not accepted; send those again.',
        json: { name: 'ShopEventResults', schema: shopEventResults },
      },
    },
    problems: { 502: 'The events could not be recorded.', 503: 'The event stream is throttled.' },
  },
});
