import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../stages/stage-config.ts';
import { API_VERSION, OPERATIONS } from '../operations/index.ts';
import { arnPath } from './method-arns.ts';

/**
 * The resource policy of the API: the operators' routes are open to their accounts and address ranges, all other routes
 * and the preflight requests of browsers to anyone.
 *
 * A route that the policy does not allow is denied. The operators' routes are allowed to accounts: if the policy allowed
 * a principal, it would need no policy of its own, whereas allowing the account leaves the decision to the principal's
 * own policies. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
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
