import {
  AdminDeleteUserCommand,
  type CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Users } from './sign-in.ts';

/** Users of a Cognito user pool. A customer id is the user's `sub`, which may differ from the user name. */
export class CognitoUsers implements Users {
  readonly #client: CognitoIdentityProviderClient;
  readonly #userPoolId: string;

  constructor(client: CognitoIdentityProviderClient, userPoolId: string) {
    this.#client = client;
    this.#userPoolId = userPoolId;
  }

  async delete(customerId: string): Promise<boolean> {
    const UserPoolId = this.#userPoolId;
    const { Users: found } = await this.#client.send(
      new ListUsersCommand({ UserPoolId, Filter: `sub = "${customerId}"` }),
    );
    const Username = found?.[0]?.Username;
    if (!Username) return false;
    await this.#client.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
    return true;
  }
}
