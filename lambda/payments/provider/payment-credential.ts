import type { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';

/** How long a credential is used before it is read again without need. */
const MAX_AGE_SECONDS = 900;

/** What the payment provider knows the platform by. */
export interface PaymentCredential {
  /** The credential, as it was when it was last read. */
  get(): Promise<string>;
  /** The credential, read anew: it may have been rotated. */
  refresh(): Promise<string>;
}

/** The credential in Secrets Manager, read once and kept. */
export class SecretPaymentCredential implements PaymentCredential {
  readonly #secrets: SecretsProvider;
  readonly #secretId: string;

  constructor(secrets: SecretsProvider, secretId: string) {
    this.#secrets = secrets;
    this.#secretId = secretId;
  }

  get(): Promise<string> {
    return this.#read(false);
  }

  refresh(): Promise<string> {
    return this.#read(true);
  }

  async #read(forceFetch: boolean): Promise<string> {
    const value = await this.#secrets.get(this.#secretId, { maxAge: MAX_AGE_SECONDS, forceFetch });
    if (typeof value !== 'string') throw new Error(`the secret ${this.#secretId} holds no text`);
    return value;
  }
}
