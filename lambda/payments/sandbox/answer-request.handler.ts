import { setTimeout } from 'node:timers/promises';
import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { documentClient } from '../../platform/document-client.ts';
import { setting } from '../../platform/settings.ts';
import { SecretPaymentCredential } from '../provider/payment-credential.ts';
import { AcceptedCredentials } from './accepted-credentials.ts';
import { answerRequest } from './answer-request.ts';
import { DynamoSandboxStore } from './dynamo-sandbox-store.ts';
import { PaymentSandbox } from './payment-sandbox.ts';

const store = new DynamoSandboxStore(documentClient(), setting('SANDBOX_TABLE'));
const current = new SecretPaymentCredential(new SecretsProvider(), setting('PAYMENT_CREDENTIAL_SECRET'));
const outlastMs = Number(setting('OUTLAST_CLIENT_MS'));

const sandbox = {
  // A rotated credential is refused at once, so that its users are seen to read it again.
  credentials: new AcceptedCredentials(() => current.refresh(), store),
  payments: new PaymentSandbox({ store, now: () => new Date(), outlastClient: () => setTimeout(outlastMs) }),
};

export const handler = (event: APIGatewayProxyEventV2) => answerRequest(sandbox, event);
