import { shopEventAnswer, shopEventResults, shopEvents } from '../../../lambda/analytics/shop-event.ts';
import { operationsOf } from './operation.ts';

export const eventOperations = operationsOf({
  putEvents: {
    method: 'POST',
    path: '/events',
    summary: 'Takes what happens in a web shop, up to 100 events at a time.',
    access: { kind: 'api-key' },
    body: {
      name: 'ShopEvents',
      description: 'What happened in a web shop.',
      schema: shopEvents,
      checkedByGateway: true,
    },
    answers: {
      202: { description: 'All events were taken.', json: { name: 'ShopEventAnswer', schema: shopEventAnswer } },
      207: {
        description: 'Some events were refused: send those again.',
        json: { name: 'ShopEventResults', schema: shopEventResults },
      },
    },
    problems: { 502: 'The events cannot be taken.', 503: 'Too many events at the moment.' },
  },
});
