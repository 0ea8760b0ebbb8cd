import { z } from 'zod';
import { BODY_REFUSED } from './common-problems.ts';
import { operationsOf } from './operation.ts';

const up = {
  description: 'All is well.',
  json: { name: 'Health', schema: z.strictObject({ status: z.literal('UP') }) },
};

export const healthOperations = operationsOf({
  getHealth: {
    method: 'GET',
    path: '/health',
    summary: 'Says that the API answers.',
    access: { kind: 'anyone' },
    answers: { 200: up },
    problems: BODY_REFUSED,
  },
  getProviderHealth: {
    method: 'GET',
    path: '/provider/health',
    summary: 'Asks the payment provider whether all is well.',
    access: { kind: 'operator' },
    answers: { 200: up },
    problems: { ...BODY_REFUSED, 503: 'The payment provider is not well.' },
  },
});
