import { RegionInfo } from 'aws-cdk-lib/region-info';
import { z } from 'zod';
import { apiConfig, rate } from './api-config.ts';
import { networkConfig } from './network-config.ts';
import { partnersConfig } from './partners-config.ts';
import { paymentsConfig } from './payments-config.ts';
import { signInConfig } from './sign-in-config.ts';

/** The periods CloudWatch Logs accepts. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
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
  /** Pays by the gigabyte and scales by itself. */
  z.strictObject({ mode: z.literal('on-demand') }),
  /** Pays by the shard and hour; a shard takes 1 MB or 1,000 records a second. */
  z.strictObject({ mode: z.literal('provisioned'), shards: z.int().min(1).max(500) }),
]);

const fields = z.strictObject({
  /** The first part of every stack name and path. Ten characters, because it is part of bucket names, which have at most 63. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,9}$/, 'up to 10 lower-case letters and digits, of which the first is a letter'),
  /**
   * Whether customers use the stage and pay with money. If so, it must name its account, use a real payment provider,
   * allow no sign-in with a password alone, and log no execution data.
   */
  servesCustomers: z.boolean(),
  /**
   * The AWS account the stage belongs to.
   *
   * @default - the account of the credentials
   */
  account: z
    .string()
    .regex(/^\d{12}$/, 'an AWS account id of 12 digits')
    .optional(),
  /** Where the platform runs. */
  region,
  /** Where documents are replicated to: any region but `region`. */
  replicaRegion: region,
  /** Whom to ask about the stage's resources; becomes the `owner` tag. */
  owner: z.string().min(1).max(256),
  network: networkConfig,
  /** What becomes of tables, buckets and elastic IPs when their stack is deleted. */
  dataRemoval: z.enum(['retain', 'destroy']),
  /** Whether CloudFormation refuses to delete the stacks that hold data. */
  terminationProtection: z.boolean(),
  retention: z.strictObject({
    /** How long logs are kept. */
    logDays: z.literal(LOG_RETENTION_DAYS),
    /** How long an idempotency key is remembered. */
    idempotencyKeyDays: z.int().min(1).max(90),
    /** How long a customer's notices are kept. */
    noticeDays: z.int().min(1).max(3650),
    /** How long a noncurrent version of a document is kept. */
    noncurrentDocumentDays: z.int().min(1).max(3650),
    /** How long events stay on the data stream, for a replay. */
    streamHours: z.int().min(24).max(8760),
  }),
  approval: z.strictObject({
    /** From which total on an operator must agree, in minor units of the order's currency. */
    threshold: z.int().min(0),
    /** How long the operators have; an order that nobody approved in time is rejected. */
    timeoutMinutes: z.int().min(1).max(43_200),
  }),
  screening: z.strictObject({
    /** Beyond which total an order is taken for fraud, in minor units of the order's currency. */
    limit: z.int().min(1),
  }),
  payments: paymentsConfig,
  api: apiConfig,
  signIn: signInConfig,
  partners: partnersConfig,
  /** Requests to the API, over all callers. */
  throttle: z
    .strictObject({
      ...rate.shape,
      /** Less than that for single operations, by their ids. */
      operations: z.record(z.string(), rate).optional(),
    })
    .default({ requestsPerSecond: 1_000, burst: 2_000 }),
  stream: streamConfig,
  /** Whether the log of the order workflow includes the input and output of each state, and so data of customers. */
  logExecutionData: z.boolean(),
  /** Who is mailed when an alarm goes off; without one, alarms only show in CloudWatch. */
  alarmEmail: z.email().optional(),
  /** Who is mailed when an order waits for an operator; without one, operators subscribe to the topic themselves. */
  operatorsEmail: z.email().optional(),
  /** Whose permissions `cdk deploy` uses: the bootstrap stack's roles, or the caller's own. */
  deployWith: z.enum(['bootstrap-roles', 'caller-credentials']),
});

/** Everything that differs between one deployment of the platform and another. */
export const stageConfig = fields.superRefine((config, context) => {
  const reject = (path: (string | number)[], input: unknown, message: string) =>
    context.addIssue({ code: 'custom', path, input, message });

  if (config.servesCustomers) {
    if (!config.account) {
      reject(['account'], config.account, `the AWS account id of 12 digits that ${config.name} belongs to`);
    }
    if (config.payments.provider.kind === 'sandbox') {
      reject(['payments', 'provider', 'kind'], 'sandbox', `"provider": customers of ${config.name} pay with money`);
    }
    if (config.signIn.passwordSignIn) {
      reject(['signIn', 'passwordSignIn'], true, `false: customers of ${config.name} sign in with a browser`);
    }
    if (config.logExecutionData) {
      reject(['logExecutionData'], true, `false: the orders of ${config.name} hold data of customers`);
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

/** Everything that differs between one deployment of the platform and another. */
export type StageConfig = z.infer<typeof stageConfig>;
