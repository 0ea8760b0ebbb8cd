import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { setting } from '../../platform/settings.ts';
import { HttpPaymentProvider } from './http-payment-provider.ts';
import { SecretPaymentCredential } from './payment-credential.ts';
import type { RequestTimeouts } from './send-json.ts';

/** The provider this function was told of by `PaymentsStack`. */
export function paymentProviderFromEnvironment(): HttpPaymentProvider {
  return new HttpPaymentProvider({
    url: setting('PAYMENT_PROVIDER_URL'),
    credential: new SecretPaymentCredential(new SecretsProvider(), setting('PAYMENT_CREDENTIAL_SECRET')),
    timeouts: requestTimeoutsFromEnvironment(),
  });
}

/** How long a request to the provider may take. */
export function requestTimeoutsFromEnvironment(): RequestTimeouts {
  return {
    connectTimeoutMs: Number(setting('PAYMENT_CONNECT_TIMEOUT_MS')),
    totalTimeoutMs: Number(setting('PAYMENT_TOTAL_TIMEOUT_MS')),
  };
}
