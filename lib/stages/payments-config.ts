import { z } from 'zod';

const provider = z.discriminatedUnion('kind', [
  /** A provider of our own, without money, deployed with the stage. */
  z.strictObject({ kind: z.literal('sandbox') }),
  /** A real one. */
  z.strictObject({
    kind: z.literal('provider'),
    /** The address all paths of the payment protocol begin with. */
    url: z.url({ protocol: /^https$/, error: 'an address that begins with https://' }),
  }),
]);

/** Who takes the customers' money, and how the platform deals with them. */
export const paymentsConfig = z
  .strictObject({
    provider,
    /** How long a connection to the provider may take. */
    connectTimeoutMs: z.int().min(100).max(5_000),
    /** How long a request to the provider may take until its whole answer is there; a charge is asked about twice. */
    totalTimeoutMs: z.int().min(100).max(5_000),
    /** After how many days the credential is replaced. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
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

/** Who takes the customers' money, and how the platform deals with them. */
export type PaymentsConfig = z.infer<typeof paymentsConfig>;
