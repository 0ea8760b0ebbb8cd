import { RegionInfo } from 'aws-cdk-lib/region-info';
import { z } from 'zod';
import { accountId, apiConfig, rate } from './api-config.ts';
import { currenciesConfig } from './currencies-config.ts';
import { networkConfig } from './network-config.ts';
import { partnersConfig } from './partners-config.ts';
import { paymentsConfig } from './payments-config.ts';
import { signInConfig } from './sign-in-config.ts';

/** The retention periods that CloudWatch Logs accepts. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const region = z
  .string()
  .refine(
    (name) => RegionInfo.regions.some((known) => known.name === name),
    'the name of an AWS region, such as eu-central-1',
  );

const streamConfig = z.discriminatedUnion('mode', [
  /** Scales automatically and is billed by the gigabyte. */
  z.strictObject({ mode: z.literal('on-demand') }),
  /** Is billed by the shard and hour. A shard takes 1 MB or 1,000 records a second. */
  z.strictObject({ mode: z.literal('provisioned'), shards: z.int().min(1).max(500) }),
]);

const fields = z.strictObject({
  /** The first part of every stack name. It is also part of bucket names, which have at most 63 characters. */
  name: z.string().regex(/^[a-z][a-z0-9]{0,9}$/, 'up to 10 lower-case letters and digits, starting with a letter'),
  /**
   * Marks a stage that customers use and pay real money in. Such a stage must name its account, use a real payment
   * provider, allow no sign-in with a password alone, and log no execution data.
   */
  servesCustomers: z.boolean(),
  /**
   * The AWS account the stage belongs to.
   *
   * @default - the account of the credentials
   */
  account: accountId.optional(),
  /** The region the platform is deployed to. */
  region,
  /** The region that documents are replicated to, other than `region`. */
  replicaRegion: region,
  /** The team responsible for the stage's resources; the value of the `owner` tag. */
  owner: z.string().min(1).max(256),
  network: networkConfig,
  /** The removal policy of tables, buckets and elastic IPs when their stack is deleted. */
  dataRemoval: z.enum(['retain', 'destroy']),
  /** Enables termination protection of the stacks that hold data. */
  terminationProtection: z.boolean(),
  retention: z.strictObject({
    /** Retention of logs, in days. */
    logDays: z.literal(LOG_RETENTION_DAYS),
    /** Retention of idempotency keys, in days: a repeated request is recognized for as long. */
    idempotencyKeyDays: z.int().min(1).max(90),
    /** Retention of customers' notices, in days. */
    noticeDays: z.int().min(1).max(3650),
    /** Retention of the operators' decisions, in years. */
    decisionYears: z.int().min(1).max(30),
    /** Retention of noncurrent versions of documents, in days. */
    noncurrentDocumentDays: z.int().min(1).max(3650),
    /** Retention of events on the data streams in hours, from which they can be replayed. */
    streamHours: z.int().min(24).max(8760),
  }),
  approval: z.strictObject({
    /** The time limit of an approval, in minutes. An order that is not approved in time is rejected. */
    timeoutMinutes: z.int().min(1).max(43_200),
    /** The number of days in which operators approve no order of an article whose price they changed. */
    priceReviewDays: z.int().min(1).max(365),
    /**
     * The customer ids that operators use besides the one of their email address, by this address: of a private account
     * (its `sub`), or of the partner they work for (`partner-<id>`). Such orders are their own.
     */
    linkedCustomers: z.record(z.email(), z.array(z.string().min(1).max(255)).min(1)),
  }),
  currencies: currenciesConfig,
  payments: paymentsConfig,
  api: apiConfig,
  signIn: signInConfig,
  partners: partnersConfig,
  /** The request rate of the API, over all callers. */
  throttle: z
    .strictObject({
      ...rate.shape,
      /** Lower rates of single operations, by operation id. */
      operations: z.record(z.string(), rate).optional(),
    })
    .default({ requestsPerSecond: 1_000, burst: 2_000 }),
  stream: streamConfig,
  /** Includes the input and output of each state in the log of the order workflow. They contain data of customers. */
  logExecutionData: z.boolean(),
  /**
   * The email address that receives alarms.
   *
   * @default - alarms only show in CloudWatch
   */
  alarmEmail: z.email().optional(),
  /**
   * The email address that is notified of orders that wait for approval.
   *
   * @default - none: operators subscribe to the topic themselves
   */
  operatorsEmail: z.email().optional(),
});

/** Configuration of a stage: all that differs between one deployment of the platform and another. */
export const stageConfig = fields.superRefine((config, context) => {
  const reject = (path: (string | number)[], input: unknown, message: string) =>
    context.addIssue({ code: 'custom', path, input, message });

  if (config.servesCustomers) {
    if (!config.account) {
      reject(['account'], config.account, `the AWS account id of 12 digits that ${config.name} belongs to`);
    }
    if (config.payments.provider.kind === 'sandbox') {
      reject(['payments', 'provider', 'kind'], 'sandbox', `"provider": customers of ${config.name} pay real money`);
    }
    if (config.signIn.passwordSignIn) {
      reject(['signIn', 'passwordSignIn'], true, `false: customers of ${config.name} sign in with a browser`);
    }
    if (config.logExecutionData) {
      reject(['logExecutionData'], true, `false: the orders of ${config.name} contain data of customers`);
    }
  }
  if (config.replicaRegion === config.region) {
    reject(['replicaRegion'], config.replicaRegion, `a region other than the stage's own, ${config.region}`);
  }
  for (const [index, zone] of config.network.zones.entries()) {
    if (zone.name.slice(0, -1) !== config.region) {
      reject(['network', 'zones', index, 'name'], zone.name, `a zone of the stage's region, such as ${config.region}a`);
    }
  }
});

/** Configuration of a stage: all that differs between one deployment of the platform and another. */
export type StageConfig = z.infer<typeof stageConfig>;
