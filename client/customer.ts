import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import { type Credentials, withToken } from './credentials.ts';
import { signUp } from './sign-up.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** Remaining lifetime below which a token is replaced; no request takes that long. */
const RESERVE_MS = 60_000;

/** Tokens of a sign-in. */
export interface CustomerTokens {
  /** Authorizes calls of the API. */
  readonly accessToken: string;
  /** Identifies the customer; the API does not accept it. */
  readonly idToken: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Checks that customers can sign in without a browser.
 *
 * @throws Error that names the stage setting, if they cannot
 */
export function requirePasswordSignIn({ name, signIn }: StageConfig): void {
  if (signIn.passwordSignIn) return;
  throw new Error(
    `The demo signs in with a password: 'signIn.passwordSignIn' must be true, got false in stage ${name}.`,
  );
}

/** A customer of a deployed stage, who signs in with a password that each run generates. */
export class Customer {
  /** Credentials for an `ApiClient`. */
  readonly credentials: Credentials = withToken(async () => (await this.tokens()).accessToken);

  readonly #cognito: CognitoIdentityProviderClient;
  readonly #outputs: StackOutputs;
  readonly #email: string;
  #tokens: Promise<CustomerTokens> | undefined;

  /**
   * Creates a customer who signs up at the first sign-in, unless the user exists.
   *
   * @throws Error if the stage has no sign-in with a password
   */
  constructor(stage: StageConfig, outputs: StackOutputs, email = 'demo@example.com') {
    requirePasswordSignIn(stage);
    this.#cognito = new CognitoIdentityProviderClient({ region: stage.region });
    this.#outputs = outputs;
    this.#email = email;
  }

  /** Returns tokens that are valid for at least a minute. */
  tokens(): Promise<CustomerTokens> {
    // Concurrent callers share one sign-in: each sign-in sets a new password, which would fail the others.
    this.#tokens = this.#goodOrNew(this.#tokens);
    return this.#tokens;
  }

  async #goodOrNew(known: Promise<CustomerTokens> | undefined): Promise<CustomerTokens> {
    const tokens = await known?.catch(() => undefined);
    return tokens && tokens.expiresAt - RESERVE_MS > Date.now() ? tokens : this.#signIn();
  }

  async #signIn(): Promise<CustomerTokens> {
    const password = await signUp(this.#cognito, this.#outputs.get('UserPoolId'), this.#email);
    const { AuthenticationResult: result, ChallengeName } = await this.#cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: this.#outputs.get('DemoClientId'),
        AuthParameters: { USERNAME: this.#email, PASSWORD: password },
      }),
    );
    if (!result?.AccessToken || !result.IdToken) {
      throw new Error(
        `the sign-in of ${this.#email} must return tokens, got the challenge ${ChallengeName}: is 'signIn.mfa' required?`,
      );
    }
    const expiresAt = Date.now() + (result.ExpiresIn ?? 0) * 1_000;
    return { accessToken: result.AccessToken, idToken: result.IdToken, expiresAt };
  }
}
