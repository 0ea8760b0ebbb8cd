import { AttachUserPolicyCommand, CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import type { ApiAnswer, ApiClient, ApiRequest } from '../../client/api-client.ts';
import { apiKeyOf } from '../../client/api-keys.ts';
import { asNobody, asOperator, type Credentials, withApiKey, withToken } from '../../client/credentials.ts';
import { Customer } from '../../client/customer.ts';
import { DemoPartner } from '../../client/partner.ts';
import { until } from '../../client/until.ts';
import type { Access } from '../../lib/api/operations/operation.ts';
import { local } from '../../lib/stages/local.ts';
import { type Deployed, PATIENCE } from './deployed.ts';

/** A customer of the test's own. */
export function newCustomer({ outputs }: Deployed): Customer {
  return new Customer(local, outputs, `${crypto.randomUUID()}@example.com`);
}

/** A web shop, by the key that the stage made. */
export async function asWebShop({ outputs }: Deployed): Promise<Credentials> {
  return withApiKey(await apiKeyOf(local, outputs, 'WebShopKeyId'));
}

/** A partner, its API key, and what makes a caller of a token of its own. */
export interface CallingPartner {
  readonly partner: DemoPartner;
  readonly apiKey: string;
  /** The partner, by the key and a token. */
  as(token: () => Promise<string>): Credentials;
}

/** A partner that is entitled to place orders, and that the authorizer knows. */
export async function callingPartner({ outputs, operator }: Deployed): Promise<CallingPartner> {
  const partner = await DemoPartner.of(local, outputs);
  const apiKey = await apiKeyOf(local, outputs, 'PartnerKeyId');
  const as = (token: () => Promise<string>) => withApiKey(apiKey, withToken(token));
  // The authorizer looks for a key it does not know every few seconds.
  await until('trust in the key of the partner', PATIENCE, async () => {
    const client = operator.as(as(() => partner.tokens.sign()));
    const { status } = await client.send({ method: 'POST', path: '/partner/orders' });
    return status === 400 || undefined;
  });
  return { partner, apiKey, as };
}

/** The key of a new user of the account with no policies but these: unlike those of this shell, its rights are checked. */
export async function keyOfUser(...policyArns: string[]): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  const iam = new IAMClient({ region: local.region });
  const UserName = `user-${crypto.randomUUID()}`;
  await iam.send(new CreateUserCommand({ UserName }));
  for (const PolicyArn of policyArns) await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

/** Such a user, to the API. */
export async function asUser(...policyArns: string[]): Promise<Credentials> {
  return asOperator(local.region, await keyOfUser(...policyArns));
}

/** An operator with what operators are given, and no more; the key of this shell may do anything. */
export function asLeastOperator({ outputs }: Deployed): Promise<Credentials> {
  return asUser(outputs.get('OperatorsPolicyArn'));
}

/** Somebody whom the operations of each kind are for. */
export async function everybody(platform: Deployed): Promise<Record<Access['kind'], ApiClient>> {
  const { operator } = platform;
  const calling = await callingPartner(platform);
  return {
    customer: platform.api,
    operator,
    'api-key': operator.as(await asWebShop(platform)),
    partner: operator.as(calling.as(() => calling.partner.tokens.sign())),
    anyone: operator.as(asNobody),
  };
}

/** Sends a request; again, where that was too fast for the stage. */
export function sendInTime(client: ApiClient, request: ApiRequest): Promise<ApiAnswer> {
  return inTime(() => client.send(request));
}

/** What is answered to a request; again, where that was too fast for the stage. */
export function inTime(send: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  return until('an answer other than 429', PATIENCE, async () => {
    const answer = await send();
    return answer.status === 429 ? undefined : answer;
  });
}
