import { z } from 'zod';
import { parseRange } from './address-range.ts';

/** The id of an AWS account. */
export const accountId = z.string().regex(/^\d{12}$/, 'an AWS account id of 12 digits');

/** A request rate: requests a second, and the burst of requests that may arrive at once. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const rate = z.strictObject({ requestsPerSecond: z.int().min(1).max(10_000), burst: z.int().min(1).max(5_000) });

const usagePlan = rate.extend({
  /** The number of requests that each key may send in a period. */
  quota: z.strictObject({ requests: z.int().min(1), period: z.enum(['DAY', 'WEEK', 'MONTH']) }),
  /** The ids of existing API keys to add, such as those created with `aws apigateway import-api-keys`. */
  importedKeyIds: z.array(z.string().min(1)),
});

/** Configuration of the API: its callers, their networks and their limits. */
export const apiConfig = z.strictObject({
  /** The one origin whose pages may call the API (CORS). */
  origin: z
    .string()
    .regex(
      /^(https:\/\/[a-z0-9.-]+|http:\/\/localhost)(:\d{1,5})?$/,
      'one origin, such as https://shop.example.com, without a path',
    ),
  /**
   * The cache of the product operations.
   *
   * @default - no cache
   */
  cache: z
    .strictObject({
      /** The size of the cache in gigabytes. https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
      sizeGb: z.enum(['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237']),
      /**
       * The time for which a response is cached, in seconds.
       *
       * @default 300
       */
      ttlSeconds: z.int().min(1).max(3_600).default(300),
    })
    .optional(),
  operators: z.strictObject({
    /** The networks that operators call from. */
    addressRanges: z
      .array(
        z
          .string()
          .refine(
            (text) => parseRange(text) !== undefined && text !== '0.0.0.0/0',
            'an IPv4 range in CIDR notation whose host bits are zero, and not all of the internet',
          ),
      )
      .min(1),
    /** AWS accounts whose principals may call the operators' routes, in addition to the stage's own account. */
    accounts: z.array(accountId),
  }),
  /** The limits of each kind of API key. */
  usagePlans: z.strictObject({ webShops: usagePlan, partners: usagePlan }),
  /**
   * The custom domain name of the API.
   *
   * @default - the API is called at its execute-api endpoint
   */
  domain: z
    .strictObject({
      name: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a domain name, such as api.example.com'),
      /** The ARN of a certificate in AWS Certificate Manager, in the stage's region. */
      certificateArn: z.string().regex(/^arn:aws[\w-]*:acm:/, 'the ARN of a certificate'),
    })
    .optional(),
});

/** Configuration of the API: its callers, their networks and their limits. */
export type ApiConfig = z.infer<typeof apiConfig>;
/** The limits of one kind of API key. */
export type UsagePlanConfig = z.infer<typeof usagePlan>;
