import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { ORDERS_RESOURCE, READ_ORDERS, WRITE_ORDERS } from '../../lambda/access/scopes.ts';

/** Properties for `OrderScopes`. */
export interface OrderScopesProps {
  /** The user pool of the customers whose access tokens carry the scopes. */
  readonly userPool: cognito.IUserPool;
}

/** The OAuth scopes of customers' access tokens that permit operations on their orders. */
export class OrderScopes extends cognito.UserPoolResourceServer {
  /** The scopes, for the clients that may request them. */
  public readonly scopes: cognito.OAuthScope[];

  constructor(scope: Construct, id: string, { userPool }: OrderScopesProps) {
    const scopes = [
      orderScope(READ_ORDERS, 'See own orders and invoices'),
      orderScope(WRITE_ORDERS, 'Place, cancel and send back own orders'),
    ];
    super(scope, id, { userPool, identifier: ORDERS_RESOURCE, scopes });
    this.scopes = scopes.map((each) => cognito.OAuthScope.resourceServer(this, each));
  }
}

function orderScope(fullName: string, scopeDescription: string): cognito.ResourceServerScope {
  const scopeName = fullName.slice(`${ORDERS_RESOURCE}/`.length);
  return new cognito.ResourceServerScope({ scopeName, scopeDescription });
}
