import { parseArgs } from 'node:util';
import { OrderPlatformStage } from '../lib/order-platform-stage.ts';
import { selectStages } from '../lib/stages/index.ts';
import { local } from '../lib/stages/local.ts';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import { templateApp } from '../lib/template-app.ts';

/** A resource with a fixed cost, in US dollars a day at list price in eu-central-1. */
interface Price {
  readonly what: string;
  readonly type: string;
  readonly perDay: number;
  readonly units?: (properties: Record<string, unknown>) => number;
}

const HOURS = 24;
const DAYS_A_MONTH = 30;
const isOnDemand = (properties: Record<string, unknown>) =>
  (properties.StreamModeDetails as { StreamMode?: string } | undefined)?.StreamMode === 'ON_DEMAND';

/** List prices of November 2026. Charges per request or gigabyte are not included: they are zero at rest. */
const PRICES: Price[] = [
  // https://aws.amazon.com/vpc/pricing/
  { what: 'NAT gateways', type: 'AWS::EC2::NatGateway', perDay: 0.052 * HOURS },
  { what: 'elastic IPs', type: 'AWS::EC2::EIP', perDay: 0.005 * HOURS },
  // https://aws.amazon.com/kinesis/data-streams/pricing/
  {
    what: 'provisioned shards',
    type: 'AWS::Kinesis::Stream',
    perDay: 0.018 * HOURS,
    units: (properties) => (isOnDemand(properties) ? 0 : Number(properties.ShardCount)),
  },
  {
    what: 'on-demand streams',
    type: 'AWS::Kinesis::Stream',
    perDay: 0.048 * HOURS,
    units: (properties) => Number(isOnDemand(properties)),
  },
  // https://aws.amazon.com/api-gateway/pricing/
  {
    what: 'API cache of 0.5 GB',
    type: 'AWS::ApiGateway::Stage',
    perDay: 0.02 * HOURS,
    units: ({ CacheClusterEnabled, CacheClusterSize }) =>
      Number(CacheClusterEnabled === true && CacheClusterSize === '0.5'),
  },
  // https://aws.amazon.com/secrets-manager/pricing/
  {
    what: 'secrets, replicas too',
    type: 'AWS::SecretsManager::Secret',
    perDay: 0.4 / DAYS_A_MONTH,
    units: (properties) => 1 + ((properties.ReplicaRegions as unknown[] | undefined)?.length ?? 0),
  },
  // https://aws.amazon.com/cloudwatch/pricing/
  { what: 'alarms', type: 'AWS::CloudWatch::Alarm', perDay: 0.1 / DAYS_A_MONTH },
];

/** The properties of every resource of a stage, by type. */
function resourcesOf(stage: StageConfig): [string, Record<string, unknown>][] {
  return new OrderPlatformStage(templateApp(), stage)
    .synth()
    .stacks.flatMap((stack) =>
      Object.values(stack.template.Resources as Record<string, { Type: string; Properties?: object }>),
    )
    .map(({ Type, Properties }) => [Type, { ...Properties }]);
}

process.env.CDK_VALIDATION = 'false';
const { values } = parseArgs({ options: { stage: { type: 'string' } } });
for (const stage of selectStages(values.stage).filter((stage) => stage !== local)) {
  const resources = resourcesOf(stage);
  let total = 0;
  console.log(`A day of ${stage.name} at rest, in USD:`);
  for (const { what, type, perDay, units = () => 1 } of PRICES) {
    const count = resources.reduce((sum, [each, properties]) => sum + (each === type ? units(properties) : 0), 0);
    if (count === 0) continue;
    total += count * perDay;
    console.log(`  ${String(count).padStart(3)} ${what.padEnd(22)}${(count * perDay).toFixed(2).padStart(6)}`);
  }
  console.log(`      ${'in all'.padEnd(22)}${total.toFixed(2).padStart(6)}`);
}
