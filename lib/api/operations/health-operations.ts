import { z } from 'zod';
import { BODY_REFUSED } from './common-problems.ts';
import { operationsOf } from './operation.ts';

const up = {
  description: 'Healthy.',
  json: { name: 'Health', schema: z.strictObject({ status: z.literal('UP') }) },
};

/** Health checks. */
export const healthOperations = operationsOf({
  getHealth: {
    method: 'GET',
    path: '/health',
    summary: 'Checks the health of the API.',
    access: { kind: 'anyone' },
    answers: { 200: up },
    problems: BODY_REFUSED,
  },
  getProviderHealth: {
    method: 'GET',
    path: '/provider/health',
    summary: 'Checks the health of the payment provider.',
    access: { kind: 'operator', duty: 'approver' },
    answers: { 200: up },
    problems: { ...BODY_REFUSED, 503: 'The payment provider is not healthy.' },
  },
});
