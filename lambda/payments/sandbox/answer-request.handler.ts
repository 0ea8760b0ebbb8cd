import { setTimeout } from 'node:timers/promises';
import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { documentClient } from '../../platform/document-client.ts';
import { settingsOf } from '../../platform/settings.ts';
import { SecretPaymentCredential } from '../provider/payment-credential.ts';
import { AcceptedCredentials } from './accepted-credentials.ts';
import { answerRequest } from './answer-request.ts';
import { DynamoSandboxStore } from './dynamo-sandbox-store.ts';
import { PaymentSandbox } from './payment-sandbox.ts';
import { answerRequestEntry } from './sandbox-routes.ts';

const settings = settingsOf(answerRequestEntry);
const store = new DynamoSandboxStore(documentClient(), settings.SANDBOX_TABLE);
const current = new SecretPaymentCredential(new SecretsProvider(), settings.PAYMENT_CREDENTIAL_SECRET);
const outlastMs = Number(settings.OUTLAST_CLIENT_MS);

const sandbox = {
  // Refuses a rotated credential at once, which proves that its users read it again.
  credentials: new AcceptedCredentials(() => current.refresh(), store),
  payments: new PaymentSandbox({ store, now: () => new Date(), outlastClient: () => setTimeout(outlastMs) }),
};

export const handler = (event: APIGatewayProxyEventV2) => answerRequest(sandbox, event);
