import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { authorizePartnerEntry } from '../../lambda/access/partners.ts';
import { bind } from '../platform/binding.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { AccessDataStack } from './access-data-stack.ts';

/** Properties for a `PartnerAuthorizer`. */
export interface PartnerAuthorizerProps {
  /** The stage, which sets the time for which responses are cached. */
  readonly stage: StageConfig;
  /** The partners and the keys that verify their tokens. */
  readonly data: AccessDataStack;
  /** The routes that partners may be entitled to, in the format of a method's ARN (`POST/orders`), by operation. */
  readonly routes: Readonly<Record<string, string>>;
}

/** A Lambda authorizer that admits partners by a signed token, to the operations that each is entitled to. */
export class PartnerAuthorizer extends Construct {
  /** The authorizer, for methods of one API. */
  public readonly authorizer: apigateway.RequestAuthorizer;

  constructor(scope: Construct, id: string, { stage, data, routes }: PartnerAuthorizerProps) {
    super(scope, id);

    const authorize = new PlatformFunction(this, 'AuthorizePartner', {
      stage,
      entry: bind(authorizePartnerEntry, {
        bindings: [data.partners.verify, data.partners.verifyKeys],
        settings: { PARTNER_ROUTES: JSON.stringify(routes) },
      }),
      description: "Verifies a partner's token and returns the partner's permissions.",
    });
    this.authorizer = new apigateway.RequestAuthorizer(this, 'Authorizer', {
      handler: authorize,
      // The response depends on the token alone. API Gateway checks the API key of each request in any case. If the key
      // were an identity source, a request without one would get 401 instead of the 403 of every other route.
      identitySources: [apigateway.IdentitySource.header('Authorization')],
      resultsCacheTtl: Duration.seconds(stage.partners.authorizerCacheSeconds),
    });
  }
}
