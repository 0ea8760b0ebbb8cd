import { Match, type Template } from 'aws-cdk-lib/assertions';
import { SANDBOX_ROUTES } from '../../lambda/payments/sandbox/sandbox-routes.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { paymentsOf } from './payments-stacks.ts';

const inProd = paymentsOf(prod);
const inDev = paymentsOf(dev);

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The function with this entry. */
function functionOf(template: Template, entry: string) {
  const [found] = Object.values(
    template.findResources('AWS::Lambda::Function', {
      Properties: { Environment: { Variables: { POWERTOOLS_SERVICE_NAME: entry } } },
    }),
  );
  return found?.Properties;
}

function statementsOf(template: Template, functionName: string): Statement[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const [, policy] = policies.find(([id]) => id.startsWith(functionName)) ?? [];
  return policy?.Properties.PolicyDocument.Statement;
}

const actionsOf = (template: Template, functionName: string, service: string): string[] =>
  statementsOf(template, functionName)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    .filter((action) => action.startsWith(`${service}:`))
    .sort();

const CALLERS = [
  ['orders/charge-payment', 'ChargePayment'],
  ['orders/void-payment', 'VoidPayment'],
  ['orders/refund-payment', 'RefundPayment'],
  ['payments/rotate-credential', 'RotateCredential'],
];

describe.each(CALLERS)('%s', (entry = '', name = '') => {
  test('is placed in the private subnets of every zone, in the security group of functions', () => {
    const { VpcConfig } = functionOf(inProd.inPayments, entry);
    const { vpc, functionsSecurityGroup } = inProd.network;
    expect(VpcConfig).toEqual({
      SubnetIds: vpc.privateSubnets.map((subnet) => inProd.payments.resolve(subnet.subnetId)),
      SecurityGroupIds: [inProd.payments.resolve(functionsSecurityGroup.securityGroupId)],
    });
  });

  test('calls the provider of the stage, with the time limits of the stage', () => {
    expect(functionOf(inProd.inPayments, entry).Environment.Variables).toMatchObject({
      PAYMENT_PROVIDER_URL: 'https://payments.example.com/v1',
      PAYMENT_CONNECT_TIMEOUT_MS: '1000',
      PAYMENT_TOTAL_TIMEOUT_MS: '5000',
    });
  });

  test('lets Lambda manage its network interfaces, and denies it to its code', () => {
    const onNetwork = statementsOf(inProd.inPayments, name).filter(({ Action }) =>
      [Action].flat()[0]?.startsWith('ec2:'),
    );
    expect(onNetwork.map(({ Sid, Effect }) => [Sid, Effect])).toEqual([
      ['ManageNetworkInterfaces', 'Allow'],
      ['DescribeNetworkInterfaces', 'Allow'],
      ['KeepNetworkInterfacesFromTheCode', 'Deny'],
    ]);
    const [manage, describe, deny] = onNetwork;
    expect(JSON.stringify(manage?.Resource)).toContain(`arn:aws:ec2:${prod.region}:${prod.account}:*/*`);
    expect([deny?.Action].flat().sort()).toEqual([manage?.Action, describe?.Action].flat().sort());
    expect(JSON.stringify(deny?.Condition)).toContain('lambda:SourceFunctionArn');
  });
});

test('the time-out allows a charge and two look-ups', () => {
  const { Timeout } = functionOf(inProd.inPayments, 'orders/charge-payment');
  expect(Timeout * 1_000).toBeGreaterThan(3 * prod.payments.totalTimeoutMs);
});

test.each(CALLERS.slice(0, 3))('%s may read the credential and not change it', (_, name = '') => {
  expect(actionsOf(inProd.inPayments, name, 'secretsmanager')).toEqual([
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
  ]);
});

test.each([
  [
    'ChargePayment',
    ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  ],
  ['RefundPayment', ['dynamodb:GetItem']],
  ['VoidPayment', ['dynamodb:GetItem']],
])(
  '%s may do no more with orders than read one, or claim the one that it charges; the circuit is for charges',
  (name, actions) => {
    expect(actionsOf(inProd.inPayments, name, 'dynamodb')).toEqual(actions);
  },
);

describe('the credential', () => {
  test('is generated, described, and replicated to the replica region', () => {
    inProd.inData.hasResourceProperties('AWS::SecretsManager::Secret', {
      Description: Match.stringLikeRegexp('credential .* payment provider'),
      GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true },
      SecretString: Match.absent(),
      ReplicaRegions: [{ Region: prod.replicaRegion }],
    });
  });

  test('is retained in prod and deleted with its stack in dev', () => {
    inProd.inData.allResources('AWS::SecretsManager::Secret', { DeletionPolicy: 'Retain' });
    inDev.inData.allResources('AWS::SecretsManager::Secret', { DeletionPolicy: 'Delete' });
  });

  test.each([
    ['prod', inProd, prod],
    ['dev', inDev, dev],
  ] as const)(
    'is rotated in %s at the interval of the stage, and not when the stage is created',
    (_, stacks, stage) => {
      stacks.inPayments.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
        RotationLambdaARN: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RotateCredential'), 'Arn'] },
        RotationRules: { ScheduleExpression: `rate(${stage.payments.credentialRotationDays} days)` },
        RotateImmediatelyOnUpdate: false,
      });
    },
  );

  test('is rotated by a function that only Secrets Manager can call', () => {
    inProd.inPayments.allResourcesProperties('AWS::Lambda::Permission', {
      FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RotateCredential'), 'Arn'] },
      Principal: 'secretsmanager.amazonaws.com',
    });
  });

  test('has an alarm that fires if it cannot be rotated', () => {
    inProd.inPayments.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp('^RotateCredential') } }],
      AlarmDescription: Match.stringLikeRegexp('docs/runbook.md#credential-rotation'),
    });
  });
});

describe('the alarm for orders that wait for the payment provider', () => {
  const [alarm] = Object.values(
    inProd.inPayments.findResources('AWS::CloudWatch::Alarm', {
      Properties: { AlarmDescription: Match.stringLikeRegexp('docs/runbook.md#payments-not-possible') },
    }),
  );
  const filters = Object.values(inProd.inPayments.findResources('AWS::Logs::MetricFilter'));

  test('fires after an error in two successive periods, in each of which every waiting order is tried again', () => {
    expect(alarm?.Properties).toMatchObject({ Period: 600, EvaluationPeriods: 2, Threshold: 1, Statistic: 'Sum' });
  });

  test('counts the errors of every function of the workflow that calls the provider', () => {
    expect(filters).toHaveLength(3);
    for (const { Properties } of filters) {
      expect(Properties.FilterPattern).toBe('?"PaymentsSuspended" ?"PaymentCredentialRefused"');
      const { MetricName, Namespace } = alarm?.Properties ?? {};
      expect(Properties.MetricTransformations).toEqual([{ MetricName, MetricNamespace: Namespace, MetricValue: '1' }]);
    }
    const logGroups = filters.map(({ Properties }) => Properties.LogGroupName.Ref).sort();
    expect(logGroups).toEqual(
      ['ChargePayment', 'RefundPayment', 'VoidPayment'].map((id) => expect.stringMatching(`^${id}Logs`)),
    );
  });
});

describe('the payment sandbox', () => {
  test.each(['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Route'])('has no %s in prod', (type) => {
    expect(inProd.inPayments.findResources(type)).toEqual({});
    expect(functionOf(inProd.inPayments, 'payments/answer-request')).toBeUndefined();
  });

  test('has no table in prod', () => {
    const tables = Object.keys(inProd.inData.findResources('AWS::DynamoDB::Table'));
    expect(tables).toEqual([expect.stringMatching(/^Circuit/)]);
  });

  test('sends every route of the protocol, and nothing else, to the function that checks the credential', () => {
    const routes = Object.values(inDev.inPayments.findResources('AWS::ApiGatewayV2::Route'));
    expect(routes.map(({ Properties }) => Properties.RouteKey)).toEqual([...SANDBOX_ROUTES]);
    inDev.inPayments.allResourcesProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationUri: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SandboxFunction'), 'Arn'] },
      PayloadFormatVersion: '2.0',
    });
    const { PAYMENT_CREDENTIAL_SECRET } = functionOf(inDev.inPayments, 'payments/answer-request').Environment.Variables;
    expect(PAYMENT_CREDENTIAL_SECRET).toEqual(inDev.payments.resolve(inDev.data.credential.secretArn));
  });

  test('may read and write payments and credentials, and delete none', () => {
    const actions = actionsOf(inDev.inPayments, 'SandboxFunction', 'dynamodb');
    expect(actions).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  });

  test('is throttled and logged', () => {
    inDev.inPayments.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: { Format: Match.stringLikeRegexp('context.routeKey') },
    });
  });

  test('is the payment provider of dev', () => {
    const { PAYMENT_PROVIDER_URL } = functionOf(inDev.inPayments, 'orders/charge-payment').Environment.Variables;
    expect(PAYMENT_PROVIDER_URL).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^SandboxApi/), 'ApiEndpoint'] });
  });

  test('can respond later than the time-out of its clients', () => {
    const sandbox = functionOf(inDev.inPayments, 'payments/answer-request');
    const outlastMs = Number(sandbox.Environment.Variables.OUTLAST_CLIENT_MS);
    expect(outlastMs).toBeGreaterThan(dev.payments.totalTimeoutMs);
    expect(sandbox.Timeout * 1_000).toBeGreaterThan(outlastMs);
  });

  test('is outside the VPC, like a real provider', () => {
    expect(functionOf(inDev.inPayments, 'payments/answer-request').VpcConfig).toBeUndefined();
  });
});
