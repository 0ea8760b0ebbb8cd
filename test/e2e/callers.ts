import type { ApiAnswer, ApiClient, ApiRequest } from '../../client/api-client.ts';
import { apiKeyOf } from '../../client/api-keys.ts';
import { asNobody, type Credentials, withApiKey, withToken } from '../../client/credentials.ts';
import { Customer } from '../../client/customer.ts';
import { DemoOperator, type OperatorPolicy } from '../../client/demo-operator.ts';
import { DemoPartner } from '../../client/partner.ts';
import { until } from '../../client/until.ts';
import type { Access, Duty } from '../../lib/api/operations/operation.ts';
import { local } from '../../lib/stages/local.ts';
import { type Deployed, PATIENCE } from './deployed.ts';

/** A new customer for a test. */
export function newCustomer({ outputs }: Deployed): Customer {
  return new Customer(local, outputs, `${crypto.randomUUID()}@example.com`);
}

/** A web shop, with the key that the stage created. */
export async function asWebShop({ outputs }: Deployed): Promise<Credentials> {
  return withApiKey(await apiKeyOf(local, outputs, 'WebShopKeyId'));
}

/** A partner with its API key and a way to call with a given token. */
export interface CallingPartner {
  readonly partner: DemoPartner;
  readonly apiKey: string;
  /** The partner as a caller, with the key and a token. */
  as(token: () => Promise<string>): Credentials;
}

/** A partner that may place orders and whose key the authorizer has read. */
export async function callingPartner({ outputs, operator }: Deployed): Promise<CallingPartner> {
  const partner = await DemoPartner.of(local, outputs);
  const apiKey = await apiKeyOf(local, outputs, 'PartnerKeyId');
  const as = (token: () => Promise<string>) => withApiKey(apiKey, withToken(token));
  // The authorizer reads unknown keys again every few seconds.
  await until('trust in the key of the partner', PATIENCE, async () => {
    const client = operator.as(as(() => partner.tokens.sign()));
    const { status } = await client.send({ method: 'POST', path: '/partner/orders' });
    return status === 400 || undefined;
  });
  return { partner, apiKey, as };
}

/** The outputs with the managed policies of the operators' duties. */
const POLICY_OUTPUTS = {
  'price-manager': 'PriceManagersPolicyArn',
  approver: 'ApproversPolicyArn',
} as const satisfies Record<Duty, OperatorPolicy>;

/** A new operator with the policies of these duties only; unlike those of this shell's key, its permissions are checked. */
export function operatorOf(
  { outputs }: Pick<Deployed, 'outputs'>,
  duties: readonly Duty[],
  email?: string,
): Promise<DemoOperator> {
  const policies = duties.map((duty) => POLICY_OUTPUTS[duty]);
  return DemoOperator.of(local, outputs, policies, email);
}

/** A new operator with these duties as a caller of the API. */
export async function asOperatorOf(platform: Deployed, ...duties: Duty[]): Promise<Credentials> {
  return (await operatorOf(platform, duties)).credentials;
}

/** A permitted caller for each kind of access. */
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

/** Sends a request, and retries if it is throttled. */
export function sendInTime(client: ApiClient, request: ApiRequest): Promise<ApiAnswer> {
  return inTime(() => client.send(request));
}

/** Sends a request, retries if it is throttled, and returns the answer. */
export function inTime(send: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  return until('an answer other than 429', PATIENCE, async () => {
    const answer = await send();
    return answer.status === 429 ? undefined : answer;
  });
}
