import { z } from 'zod';
import { httpsUrl } from './https-url.ts';

const provider = z.discriminatedUnion('kind', [
  /** A simulated provider that moves no money, deployed with the stage. */
  z.strictObject({ kind: z.literal('sandbox') }),
  /** A real payment provider. */
  z.strictObject({
    kind: z.literal('provider'),
    /** The base address of the provider's API. */
    url: httpsUrl,
  }),
]);

/** Configuration of the payment provider. */
export const paymentsConfig = z
  .strictObject({
    provider,
    /** The maximum time for a connection to the provider, in milliseconds; less than `totalTimeoutMs`. */
    connectTimeoutMs: z.int().min(100).max(5_000),
    /** The maximum time for a request to the provider and its response, in milliseconds. A charge may take three requests. */
    totalTimeoutMs: z.int().min(100).max(5_000),
    /** The number of days between rotations of the credential. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
    credentialRotationDays: z.int().min(1).max(1_000),
  })
  .superRefine(({ connectTimeoutMs, totalTimeoutMs }, context) => {
    if (connectTimeoutMs < totalTimeoutMs) return;
    context.addIssue({
      code: 'custom',
      path: ['connectTimeoutMs'],
      input: connectTimeoutMs,
      message: `less than totalTimeoutMs, ${totalTimeoutMs}`,
    });
  });
