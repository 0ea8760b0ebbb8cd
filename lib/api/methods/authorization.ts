import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Access } from '../operations/operation.ts';

/** The authorizers of the callers who present a token. */
export interface Authorizers {
  /** The authorizer of customers, by their access tokens. */
  readonly customer: apigateway.IAuthorizer;
  /** The authorizer of partners, by their signed tokens. */
  readonly partner: apigateway.IAuthorizer;
}

/** The authorization of a method, for the callers that an operation is open to. */
export function authorization(access: Access, authorizers: Authorizers): apigateway.MethodOptions {
  switch (access.kind) {
    case 'customer':
      return {
        authorizationType: apigateway.AuthorizationType.COGNITO,
        authorizer: authorizers.customer,
        authorizationScopes: [access.scope],
      };
    case 'partner':
      return {
        authorizationType: apigateway.AuthorizationType.CUSTOM,
        authorizer: authorizers.partner,
        apiKeyRequired: true,
      };
    case 'operator':
      return { authorizationType: apigateway.AuthorizationType.IAM };
    case 'api-key':
      return { authorizationType: apigateway.AuthorizationType.NONE, apiKeyRequired: true };
    case 'anyone':
      return { authorizationType: apigateway.AuthorizationType.NONE };
  }
}
