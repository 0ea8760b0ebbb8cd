import { type CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { CustomerEmails } from './review-approval.ts';

/** The customers of a user pool; federated ones too, whose user name is not their id. */
export class CognitoCustomerEmails implements CustomerEmails {
  readonly #client: CognitoIdentityProviderClient;
  readonly #userPoolId: string;

  constructor(client: CognitoIdentityProviderClient, userPoolId: string) {
    this.#client = client;
    this.#userPoolId = userPoolId;
  }

  async emailOf(customerId: string): Promise<string | undefined> {
    const { Users = [] } = await this.#client.send(
      new ListUsersCommand({
        UserPoolId: this.#userPoolId,
        Filter: `sub = "${customerId}"`,
        AttributesToGet: ['email'],
      }),
    );
    return Users[0]?.Attributes?.find(({ Name }) => Name === 'email')?.Value;
  }
}
