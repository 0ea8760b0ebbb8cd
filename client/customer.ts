import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import { type Credentials, withToken } from './credentials.ts';
import { signUp } from './sign-up.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** How long before it expires a token is replaced: no request takes that long. */
const RESERVE_MS = 60_000;

/** What a customer is given at a sign-in. */
export interface CustomerTokens {
  /** What lets its bearer call the API. */
  readonly accessToken: string;
  /** What says who the customer is; no API takes it. */
  readonly idToken: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Makes sure that customers can sign in without a browser.
 *
 * @throws Error that says why they cannot
 */
export function requirePasswordSignIn({ name, signIn }: StageConfig): void {
  if (signIn.passwordSignIn) return;
  throw new Error(
    `The demo signs in with a password, which takes 'signIn.passwordSignIn' to be true, got false in stage ${name}.`,
  );
}

/** A customer of a deployed stage, who signs in with a password that is made up anew for each run. */
export class Customer {
  /** The customer, to an `ApiClient`. */
  readonly credentials: Credentials = withToken(async () => (await this.tokens()).accessToken);

  readonly #cognito: CognitoIdentityProviderClient;
  readonly #outputs: StackOutputs;
  readonly #email: string;
  #tokens: Promise<CustomerTokens> | undefined;

  /**
   * A customer who is signed up at the first sign-in, unless that was done before.
   *
   * @throws Error where the stage lets nobody sign in with a password, as prod
   */
  constructor(stage: StageConfig, outputs: StackOutputs, email = 'demo@example.com') {
    requirePasswordSignIn(stage);
    this.#cognito = new CognitoIdentityProviderClient({ region: stage.region });
    this.#outputs = outputs;
    this.#email = email;
  }

  /** The tokens of a sign-in that is good for a minute at least. */
  tokens(): Promise<CustomerTokens> {
    // Whoever asks while a sign-in is under way waits for it: each sign-in makes the password of another one wrong.
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
      throw new Error(`${this.#email} was asked for ${ChallengeName}, expected tokens: is 'signIn.mfa' required?`);
    }
    const expiresAt = Date.now() + (result.ExpiresIn ?? 0) * 1_000;
    return { accessToken: result.AccessToken, idToken: result.IdToken, expiresAt };
  }
}
