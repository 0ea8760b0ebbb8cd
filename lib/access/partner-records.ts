import { SecretValue } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { type Binding, binding } from '../platform/binding.ts';
import { removalPolicyOf } from '../platform/data-removal.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for `PartnerRecords`. */
export interface PartnerRecordsProps {
  /** The stage of the partners. */
  readonly stage: StageConfig;
}

/** The partners, their revoked tokens, and the keys that verify their tokens. */
export class PartnerRecords extends Construct {
  /** The partners, by the subject (`sub`) of their tokens. */
  public readonly partners: dynamodb.Table;
  /** The revoked tokens, by their `jti`. An item expires with its token. */
  public readonly revokedTokens: dynamodb.Table;
  /** The keys that verify tokens, as a JSON Web Key Set; undefined if the identity provider publishes it. */
  public readonly keySet?: secretsmanager.Secret;

  /** Reads the keys that verify tokens. */
  public readonly verifyKeys: Binding<'PARTNER_KEY_SET_URL' | 'PARTNER_KEY_SET_SECRET'>;

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
    const { keySet } = stage.partners;
    if (keySet.kind === 'jwks') {
      this.verifyKeys = binding({ PARTNER_KEY_SET_URL: keySet.url });
      return;
    }
    this.keySet = new secretsmanager.Secret(this, 'KeySet', {
      description: `JSON Web Key Set that verifies partners' tokens (${stage.name}).`,
      // An empty key set. Operators of the stage store the real one, and deployments do not change it.
      secretStringValue: SecretValue.unsafePlainText('{"keys":[]}'),
      removalPolicy: removalPolicyOf(stage),
    });
    const { secretArn } = this.keySet;
    this.verifyKeys = binding({ PARTNER_KEY_SET_SECRET: secretArn }, (verifier) =>
      iam.Grant.addToPrincipal({
        grantee: verifier,
        actions: ['secretsmanager:GetSecretValue'],
        resourceArns: [secretArn],
      }),
    );
  }

  /** Looks up partners and revoked tokens. */
  public get verify(): Binding<
    'PARTNER_ISSUER' | 'PARTNER_AUDIENCE' | 'PARTNERS_TABLE' | 'REVOKED_PARTNER_TOKENS_TABLE'
  > {
    const { issuer, audience } = this.#stage.partners;
    const settings = {
      PARTNER_ISSUER: issuer,
      PARTNER_AUDIENCE: audience,
      PARTNERS_TABLE: this.partners.tableName,
      REVOKED_PARTNER_TOKENS_TABLE: this.revokedTokens.tableName,
    };
    return binding(settings, (verifier) => {
      this.partners.grant(verifier, 'dynamodb:GetItem');
      this.revokedTokens.grant(verifier, 'dynamodb:GetItem');
    });
  }
}
