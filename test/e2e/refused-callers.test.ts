import { asNobody, asOperator, type Credentials, withApiKey, withToken } from '../../client/credentials.ts';
import { Customer } from '../../client/customer.ts';
import { type Access, DUTIES } from '../../lib/api/operations/operation.ts';
import { local } from '../../lib/stages/local.ts';
import { expectProblem } from './answers.ts';
import { asOperatorOf, type CallingPartner, callingPartner, sendInTime } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';
import { operationsOf, requestFor } from './requests.ts';
import { browserToken } from './sign-in.ts';
import { itemsKept } from './stores.ts';

const { region } = local;
const UNKNOWN_KEY = 'k'.repeat(40);
let platform: Deployed;
let partner: CallingPartner;
let customer: Customer;

beforeAll(async () => {
  platform = await deployed();
  partner = await callingPartner(platform);
  customer = new Customer(local, platform.outputs);
});

const accessToken = async () => (await customer.tokens()).accessToken;
const idToken = async () => (await customer.tokens()).idToken;
const bearing = async (token: Promise<string>) => withToken(() => token);
const altered = async () =>
  (await accessToken()).replace(/[^.]+$/, (signature) => signature.split('').reverse().join(''));
const forged: Credentials = asOperator(region, { accessKeyId: 'AKIAFORGEDFORGEDFORG', secretAccessKey: 'forged' });
/** Changes a signed request. */
const alteredBy =
  (credentials: Credentials): Credentials =>
  async (request) => ({
    ...(await credentials(request)),
    'x-amz-date': '20200101T000000Z',
  });

async function partnerWith(different: Parameters<CallingPartner['partner']['record']>[0]): Promise<Credentials> {
  const subject = crypto.randomUUID();
  await partner.partner.record({ subject, ...different });
  return partner.as(() => partner.partner.tokens.sign({ sub: subject }));
}

type Refused = [
  who: string,
  kind: Access['kind'],
  status: number,
  credentials: () => Promise<Credentials> | Credentials,
];

test.each<Refused>([
  ['without a token', 'customer', 401, () => asNobody],
  ['with an invalid token', 'customer', 401, () => bearing(Promise.resolve('not-a-token'))],
  ['with an ID token in place of an access token', 'customer', 401, () => bearing(idToken())],
  ['with a token that another issuer signed', 'customer', 401, () => bearing(altered())],
  [
    'with a token of a sign-in that asked for no scope of orders',
    'customer',
    401,
    () => bearing(browserToken(platform, 'openid')),
  ],
  ['with a token of a partner', 'customer', 401, () => bearing(partner.partner.tokens.sign())],
  ['with an API key alone', 'customer', 401, () => withApiKey(partner.apiKey)],
  ['without a signature', 'operator', 403, () => asNobody],
  ['with the token of a customer', 'operator', 403, () => bearing(accessToken())],
  ['signed by an unknown key', 'operator', 403, () => forged],
  ['signed by a user who is not an operator', 'operator', 403, () => asOperatorOf(platform)],
  [
    'with the signature of another request',
    'operator',
    403,
    async () => alteredBy(await asOperatorOf(platform, ...DUTIES)),
  ],
  ['without an API key', 'api-key', 403, () => asNobody],
  ['with an unknown API key', 'api-key', 403, () => withApiKey(UNKNOWN_KEY)],
  ['with the token of a customer in place of an API key', 'api-key', 403, () => bearing(accessToken())],
  ['with an API key and no token', 'partner', 401, () => withApiKey(partner.apiKey)],
  ['with a token and no API key', 'partner', 403, () => bearing(partner.partner.tokens.sign())],
  [
    'with a token and an unknown API key',
    'partner',
    403,
    async () => withApiKey(UNKNOWN_KEY, await bearing(partner.partner.tokens.sign())),
  ],
  ['with a token that has expired', 'partner', 401, () => partner.as(() => partner.partner.tokens.signExpired())],
  ['with a token signed by another key', 'partner', 401, () => partner.as(() => partner.partner.tokens.signForeign())],
  ['with a token that is revoked', 'partner', 401, () => partner.as(() => partner.partner.revokedToken())],
  [
    'with a token for another audience',
    'partner',
    401,
    () => partner.as(() => partner.partner.tokens.sign({ aud: 'another-shop' })),
  ],
  [
    'with a token of an unknown partner',
    'partner',
    401,
    () => partner.as(() => partner.partner.tokens.sign({ sub: 'nobody' })),
  ],
  ['with a token of a customer', 'partner', 401, () => partner.as(accessToken)],
  ['of a partner that is not active', 'partner', 403, () => partnerWith({ active: false })],
  [
    'of a partner that is entitled to something else',
    'partner',
    403,
    () => partnerWith({ entitlements: ['getOrder'] }),
  ],
])(
  'a request %s is refused by every %s route with %i, and nothing is written',
  async (_, kind, status, credentials) => {
    const client = platform.api.as(await credentials());
    const before = await itemsKept(platform);
    for (const operation of operationsOf(kind)) {
      const answer = await sendInTime(client, requestFor(operation));
      expect([operation.id, answer.status]).toEqual([operation.id, status]);
      expectProblem(answer, status);
    }
    expect(await itemsKept(platform)).toEqual(before);
  },
);
