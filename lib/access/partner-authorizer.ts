import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { AccessDataStack } from './access-data-stack.ts';

/** Properties for a `PartnerAuthorizer`. */
export interface PartnerAuthorizerProps {
  /** The stage whose partners these are: how long an answer is kept. */
  readonly stage: StageConfig;
  /** The partners, and what their tokens are checked against. */
  readonly data: AccessDataStack;
  /** The routes that partners may be entitled to, as they stand in the ARN of a method, by operation. */
  readonly routes: Readonly<Record<string, string>>;
}

/** Lets partners in by a signed token, to what each is entitled to. */
export class PartnerAuthorizer extends Construct {
  /** Answers with a policy, for methods of the one API it is used in. */
  public readonly authorizer: apigateway.RequestAuthorizer;

  constructor(scope: Construct, id: string, { stage, data, routes }: PartnerAuthorizerProps) {
    super(scope, id);

    const authorize = new PlatformFunction(this, 'AuthorizePartner', {
      stage,
      entry: 'access/authorize-partner',
      description: "Checks a partner's token, and says what the partner may do.",
      environment: { PARTNER_ROUTES: JSON.stringify(routes) },
    });
    data.grantVerifyPartners(authorize);
    this.authorizer = new apigateway.RequestAuthorizer(this, 'Authorizer', {
      handler: authorize,
      // The answer depends on the token alone. API Gateway checks the key of each request itself, kept answer or not;
      // were the key part of this, a request without one would be 401 where it is 403 on every other route.
      identitySources: [apigateway.IdentitySource.header('Authorization')],
      resultsCacheTtl: Duration.seconds(stage.partners.authorizerCacheSeconds),
    });
  }
}
