import { shopEventAnswer, shopEventResults, shopEvents } from '../../../lambda/analytics/shop-event.ts';
import type { Operation } from './operation.ts';

export const putEvents: Operation = {
  id: 'putEvents',
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
    202: { description: 'All events were taken.', schema: shopEventAnswer },
    207: { description: 'Some events were refused: send those again.', schema: shopEventResults },
  },
  problems: { 502: 'The events cannot be taken.', 503: 'Too many events at the moment.' },
};
