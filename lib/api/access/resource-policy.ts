import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../stages/stage-config.ts';
import { API_VERSION, OPERATIONS } from '../operations/index.ts';
import { arnPath } from './method-arns.ts';

/**
 * Who may reach the API at all: anyone every route, but the operators' routes only who belongs to their accounts and calls
 * from where they are. A browser may ask of any route whether it may call.
 *
 * A route that a policy does not allow is denied. The operators' are allowed to accounts and not to anyone: a policy that
 * allows a principal of its own account is all that principal needs, while one that allows the account leaves it to the
 * principal's own policies. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function resourcePolicy(scope: Construct, { api: { operators } }: StageConfig): iam.PolicyDocument {
  const accounts = [Stack.of(scope).account, ...operators.accounts];
  const routes = OPERATIONS.map((operation) => ({
    forOperators: operation.access.kind === 'operator',
    route: `execute-api:/${API_VERSION}/${operation.method}${arnPath(operation)}`,
  }));
  const operatorRoutes = routes.filter(({ forOperators }) => forOperators).map(({ route }) => route);
  const otherRoutes = routes.filter(({ forOperators }) => !forOperators).map(({ route }) => route);
  const actions = ['execute-api:Invoke'];
  const anyone = { principals: [new iam.AnyPrincipal()], actions };
  const deny = { ...anyone, effect: iam.Effect.DENY, resources: operatorRoutes };
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'RoutesOfOthers',
        ...anyone,
        resources: [...otherRoutes, `execute-api:/${API_VERSION}/OPTIONS/*`],
      }),
      new iam.PolicyStatement({
        sid: 'OperatorRoutes',
        principals: accounts.map((account) => new iam.AccountPrincipal(account)),
        actions,
        resources: operatorRoutes,
      }),
      new iam.PolicyStatement({
        sid: 'OperatorsFromElsewhere',
        ...deny,
        conditions: { NotIpAddress: { 'aws:SourceIp': operators.addressRanges } },
      }),
      new iam.PolicyStatement({
        sid: 'OperatorsOfOtherAccounts',
        ...deny,
        conditions: { StringNotEquals: { 'aws:PrincipalAccount': accounts } },
      }),
    ],
  });
}
