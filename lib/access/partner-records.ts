import { SecretValue } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../platform/data-removal.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for `PartnerRecords`. */
export interface PartnerRecordsProps {
  /** The stage whose partners these are. */
  readonly stage: StageConfig;
}

/** The partners, their tokens that are good no longer, and the keys of those that are. */
export class PartnerRecords extends Construct {
  /** The partners, by the subject of their tokens. */
  public readonly partners: dynamodb.Table;
  /** Tokens that are revoked, by their `jti`; each is forgotten once it would have expired. */
  public readonly revokedTokens: dynamodb.Table;
  /** The keys that tokens are signed with, as a JSON Web Key Set; none where their owner publishes it. */
  public readonly keySet?: secretsmanager.Secret;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage }: PartnerRecordsProps) {
    super(scope, id);
    this.#stage = stage;

    this.partners = new PlatformTable(this, 'Partners', {
      stage,
      partitionKey: { name: 'subject', type: dynamodb.AttributeType.STRING },
    });
    this.revokedTokens = new PlatformTable(this, 'RevokedTokens', {
      stage,
      partitionKey: { name: 'tokenId', type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
    });
    if (stage.partners.keySet.kind === 'secret') {
      this.keySet = new secretsmanager.Secret(this, 'KeySet', {
        description: `The keys that partners' tokens are signed with, as a JSON Web Key Set (${stage.name}).`,
        // Nobody's keys: whoever runs the stage puts the real ones in, and a deployment leaves them alone.
        secretStringValue: SecretValue.unsafePlainText('{"keys":[]}'),
        removalPolicy: removalPolicyOf(stage),
      });
    }
  }

  /** Lets a function check the tokens of partners, and tells it how. */
  public grantVerify(verifier: lambda.Function): iam.Grant {
    const { issuer, audience, keySet } = this.#stage.partners;
    verifier.addEnvironment('PARTNER_ISSUER', issuer);
    verifier.addEnvironment('PARTNER_AUDIENCE', audience);
    verifier.addEnvironment('PARTNERS_TABLE', this.partners.tableName);
    verifier.addEnvironment('REVOKED_PARTNER_TOKENS_TABLE', this.revokedTokens.tableName);
    if (keySet.kind === 'jwks') verifier.addEnvironment('PARTNER_KEY_SET_URL', keySet.url);

    const grant = this.partners
      .grant(verifier, 'dynamodb:GetItem')
      .combine(this.revokedTokens.grant(verifier, 'dynamodb:GetItem'));
    if (!this.keySet) return grant;
    verifier.addEnvironment('PARTNER_KEY_SET_SECRET', this.keySet.secretArn);
    return grant.combine(
      iam.Grant.addToPrincipal({
        grantee: verifier,
        actions: ['secretsmanager:GetSecretValue'],
        resourceArns: [this.keySet.secretArn],
      }),
    );
  }
}
