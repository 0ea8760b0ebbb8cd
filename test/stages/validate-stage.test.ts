import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { dev } from '../../lib/stages/dev.ts';
import { STAGE_NAMES, selectStages } from '../../lib/stages/index.ts';
import { local } from '../../lib/stages/local.ts';
import { prod } from '../../lib/stages/prod.ts';
import { validateStage } from '../../lib/stages/validate-stage.ts';

const withNetwork = (network: object) => ({ ...dev, network: { ...dev.network, ...network } });
const withZone = (zone: object) => withNetwork({ zones: [dev.network.zones[0], { ...dev.network.zones[1], ...zone }] });
const withCurrencies = (currencies: object) => ({ ...dev, currencies });
const vpn = { customerGatewayAddress: '203.0.113.7', customerAsn: 65_000, remoteRanges: ['192.168.0.0/16'] };

test('selects every stage if none is named', () => {
  expect(selectStages()).toEqual(expect.arrayContaining([local, dev, prod]));
});

test('the local stage is dev, but for its name and the addresses of operators, who call from the same machine', () => {
  const operators = { ...dev.api.operators, addressRanges: ['127.0.0.1/32'] };
  expect(local).toEqual({ ...dev, name: 'local', api: { ...dev.api, operators } });
});

test.each(Object.values(RetentionDays).filter((days) => Number(days) < RetentionDays.INFINITE))(
  'logs may be kept for %i days, as CloudWatch Logs accepts it',
  (logDays) => {
    const stage = { ...dev, retention: { ...dev.retention, logDays } };
    expect(validateStage(stage as typeof dev)).toEqual(stage);
  },
);

test('selects one stage by its name', () => {
  expect(selectStages('dev')).toEqual([dev]);
});

test('refuses an unknown name, with the names of all stages', () => {
  expect(() => selectStages('nowhere')).toThrow(`'stage' must be one of ${STAGE_NAMES.join(', ')}, got "nowhere"`);
});

test.each<[string, object, string]>([
  [
    'a name that is too long for bucket names',
    { ...dev, name: 'development' },
    'name: received "development", expected up to 10 lower-case letters and digits',
  ],
  [
    'a name that a database cannot have',
    { ...dev, name: 'dev-2' },
    'name: received "dev-2", expected up to 10 lower-case letters and digits',
  ],
  [
    'a region that does not exist',
    { ...dev, region: 'eu-nowhere-1' },
    'region: received "eu-nowhere-1", expected the name of an AWS region',
  ],
  [
    'a replica in the same region',
    { ...dev, replicaRegion: dev.region },
    'replicaRegion: received "eu-central-1", expected a region other than the stage\'s own',
  ],
  [
    'a stage that serves customers without an account',
    { ...prod, account: undefined },
    'account: received nothing, expected the AWS account id of 12 digits that prod belongs to',
  ],
  [
    "customers' data in the workflow's log",
    { ...prod, logExecutionData: true },
    'logExecutionData: received true, expected false: the orders of prod contain data of customers',
  ],
  [
    'an invalid account id',
    { ...dev, account: '12' },
    'account: received "12", expected an AWS account id of 12 digits',
  ],
  [
    'a zone of another region',
    withZone({ name: 'us-east-1b' }),
    'network.zones[1].name: received "us-east-1b", expected a zone of the stage\'s region, such as eu-central-1a',
  ],
  [
    'a first zone of another region',
    withNetwork({ zones: [{ ...dev.network.zones[0], name: 'us-east-1a' }, dev.network.zones[1]] }),
    'network.zones[0].name: received "us-east-1a", expected a zone of the stage\'s region, such as eu-central-1a',
  ],
  [
    'an invalid zone',
    withZone({ name: 'eu-central-1' }),
    'network.zones[1].name: received "eu-central-1", expected a zone\'s name',
  ],
  [
    'a zone listed twice',
    withZone({ name: 'eu-central-1a' }),
    'network.zones[1].name: received "eu-central-1a", expected a zone that is not listed twice',
  ],
  [
    'a malformed range',
    withNetwork({ vpcRange: '10.2.0.0/160' }),
    'network.vpcRange: received "10.2.0.0/160", expected an IPv4 range',
  ],
  ['a range larger than /16', withNetwork({ vpcRange: '10.0.0.0/15' }), 'network.vpcRange: received "10.0.0.0/15"'],
  [
    'a range smaller than /28',
    withZone({ publicRange: '10.2.1.0/29' }),
    'network.zones[1].publicRange: received "10.2.1.0/29"',
  ],
  [
    'a range with host bits set',
    withZone({ publicRange: '10.2.1.1/24' }),
    'network.zones[1].publicRange: received "10.2.1.1/24"',
  ],
  [
    'a subnet outside the VPC',
    withZone({ privateRange: '10.3.11.0/24' }),
    'network.zones[1].privateRange: received "10.3.11.0/24", expected a range inside the VPC\'s 10.2.0.0/16',
  ],
  [
    'two subnets that overlap',
    withZone({ privateRange: '10.2.0.0/24' }),
    'network.zones[1].privateRange: received "10.2.0.0/24", expected a range that does not overlap network.zones[0].publicRange (10.2.0.0/24)',
  ],
  [
    'a remote range that overlaps the VPC',
    withNetwork({ vpn: { ...vpn, remoteRanges: ['10.2.128.0/17'] } }),
    'network.vpn.remoteRanges[0]: received "10.2.128.0/17", expected a range that does not overlap the VPC',
  ],
  [
    'a remote range listed twice',
    withNetwork({ vpn: { ...vpn, remoteRanges: ['192.168.0.0/16', '192.168.0.0/16'] } }),
    'network.vpn.remoteRanges[1]: received "192.168.0.0/16", expected a range that is not listed twice',
  ],
  [
    'more NAT gateways than zones',
    withNetwork({ natGateways: 3 }),
    'network.natGateways: received 3, expected at most one per zone: 2',
  ],
  [
    'a retention CloudWatch does not have',
    { ...dev, retention: { ...dev.retention, logDays: 8 } },
    'retention.logDays: received 8, expected one of 1|3|5|7|14',
  ],
  [
    'a field the configuration does not have',
    { ...dev, colour: 'blue' },
    'colour: received nothing, expected no such field',
  ],
  [
    'an accepted currency without a threshold',
    withCurrencies({ EUR: { fraudLimit: 50_000 } }),
    'currencies.EUR.approvalThreshold: received nothing, expected number',
  ],
  [
    'an amount that its currency does not have',
    withCurrencies({ JPY: { approvalThreshold: 100_000.5, fraudLimit: 1_000_000 } }),
    'currencies.JPY.approvalThreshold: received 100000.5, expected an amount with at most 0 minor digits, as JPY has',
  ],
  [
    'a currency that does not exist',
    withCurrencies({ EURO: { approvalThreshold: 1_000, fraudLimit: 50_000 } }),
    'currencies.EURO: ',
  ],
  ['no currency', withCurrencies({}), 'currencies: received {}, expected at least one currency'],
  ['a wrong type', { ...dev, terminationProtection: 'yes' }, 'terminationProtection: received "yes", expected boolean'],
  ['a missing field', { ...dev, owner: undefined }, 'owner: received nothing, expected string'],
])('refuses %s, with the field, the value and the expected value', (_, candidate, message) => {
  expect(() => validateStage(candidate)).toThrow(message);
});

test('reports all wrong fields at once', () => {
  const candidate = { ...dev, region: 'nowhere', owner: '' };
  expect(() => validateStage(candidate)).toThrow(/region: received "nowhere".*owner: received ""/s);
});
