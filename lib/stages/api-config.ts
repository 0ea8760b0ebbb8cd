import { z } from 'zod';
import { parseRange } from './address-range.ts';

const accountId = z.string().regex(/^\d{12}$/, 'an AWS account id of 12 digits');

/** Requests a second and how many may come at once. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const rate = z.strictObject({ requestsPerSecond: z.int().min(1).max(10_000), burst: z.int().min(1).max(5_000) });

const usagePlan = rate.extend({
  /** How many requests a key is good for. */
  quota: z.strictObject({ requests: z.int().min(1), period: z.enum(['DAY', 'WEEK', 'MONTH']) }),
  /** Keys that exist already, by their ids: made by hand or with `aws apigateway import-api-keys`. */
  importedKeyIds: z.array(z.string().min(1)),
});

/** The API: who may call it, from where, and how often. */
export const apiConfig = z.strictObject({
  /** The one origin whose pages may call the API. */
  origin: z
    .string()
    .regex(
      /^(https:\/\/[a-z0-9.-]+|http:\/\/localhost)(:\d{1,5})?$/,
      'one origin, such as https://shop.example.com, without a path',
    ),
  /** A cache for products; none without it. */
  cache: z
    .strictObject({
      /** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
      sizeGb: z.enum(['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237']),
      /** How long an answer is kept. */
      ttlSeconds: z.int().min(1).max(3_600).default(300),
    })
    .optional(),
  operators: z.strictObject({
    /** Where operators call from. */
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
    /** Accounts whose people are operators, besides the stage's own. */
    accounts: z.array(accountId),
  }),
  /** What a key of a kind of caller is good for. */
  usagePlans: z.strictObject({ webShops: usagePlan, partners: usagePlan }),
  /** A domain name of your own; without one, the API has the address AWS gives it. */
  domain: z
    .strictObject({
      name: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a domain name, such as api.example.com'),
      /** A certificate of AWS Certificate Manager in the stage's region. */
      certificateArn: z.string().regex(/^arn:aws[\w-]*:acm:/, 'the ARN of a certificate'),
    })
    .optional(),
});

/** The API: who may call it, from where, and how often. */
export type ApiConfig = z.infer<typeof apiConfig>;
/** What a key of a kind of caller is good for. */
export type UsagePlanConfig = z.infer<typeof usagePlan>;
