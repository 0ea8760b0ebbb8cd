import { CfnOutput } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { BrowserClient } from './browser-client.ts';
import { CustomerPool } from './customer-pool.ts';
import { addIdentityProvider } from './identity-providers.ts';
import { OrderScopes } from './order-scopes.ts';
import { PartnerRecords } from './partner-records.ts';
import { PasswordSignIn } from './password-sign-in.ts';

/** Properties for an `AccessDataStack`. */
export interface AccessDataStackProps {
  /** The stage of the customers and partners. */
  readonly stage: StageConfig;
}

/** The customers with their sign-in, and the partners with the keys that verify their tokens. */
export class AccessDataStack extends CapabilityStack {
  /** The customers. */
  public readonly userPool: cognito.UserPool;

  /** The partners, and the keys and revocations that their tokens are checked against. */
  public readonly partners: PartnerRecords;

  constructor(scope: Construct, id: string, { stage }: AccessDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'access',
      description: 'Customers and partners of the order platform, and their sign-in.',
      stateful: true,
    });

    this.userPool = new CustomerPool(this, 'Customers', { stage });
    this.#addSignIn(stage);
    this.partners = new PartnerRecords(this, 'PartnerRecords', { stage });
    this.#output('UserPoolId', this.userPool.userPoolId, 'User pool of the customers.');
    this.#output('PartnersTable', this.partners.partners.tableName, 'Table of partners.');
    this.#output(
      'RevokedPartnerTokensTable',
      this.partners.revokedTokens.tableName,
      "Table of partners' revoked tokens.",
    );
    if (this.partners.keySet) {
      this.#output(
        'PartnerKeySetSecret',
        this.partners.keySet.secretArn,
        "Secret with the keys that verify partners' tokens.",
      );
    }
  }

  #addSignIn(stage: StageConfig): void {
    const { userPool } = this;
    const { scopes } = new OrderScopes(this, 'OrderScopes', { userPool });
    const domain = userPool.addDomain('SignIn', {
      // Must be unique in the region, across all accounts.
      cognitoDomain: { domainPrefix: `order-platform-${stage.name}-${this.account}` },
    });
    const federation = new Construct(this, 'Federation');
    const identityProviders = stage.signIn.federation.map((config) =>
      addIdentityProvider(federation, userPool, config),
    );
    const browser = new BrowserClient(this, 'BrowserClient', { stage, userPool, identityProviders, scopes });
    this.#output('SignInUrl', domain.baseUrl(), 'Address of the sign-in pages.');
    this.#output('BrowserClientId', browser.userPoolClientId, "User pool client of the shop's pages.");
    if (!stage.signIn.passwordSignIn) return;

    const { client } = new PasswordSignIn(this, 'PasswordSignIn', { stage, userPool });
    this.#output('DemoClientId', client.userPoolClientId, 'User pool client of the demo.');
  }

  #output(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description });
  }
}
