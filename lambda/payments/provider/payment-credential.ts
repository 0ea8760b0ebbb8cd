import type { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';

/** The time after which a credential is read again. */
const MAX_AGE_SECONDS = 900;

/** The platform's credential at the payment provider. */
export interface PaymentCredential {
  /** Returns the credential, from the cache if possible. */
  get(): Promise<string>;
  /** Reads the credential again: it may have been rotated. */
  refresh(): Promise<string>;
}

/** The credential in Secrets Manager, cached. */
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
    const value = await this.#secrets
      .get(this.#secretId, { maxAge: MAX_AGE_SECONDS, forceFetch })
      // Powertools gives every error the same name, and the workflow knows transient errors by their names.
      .catch((error: Error) => {
        throw error.cause ?? error;
      });
    if (typeof value !== 'string') throw new Error(`the secret ${this.#secretId} holds no text`);
    return value;
  }
}
