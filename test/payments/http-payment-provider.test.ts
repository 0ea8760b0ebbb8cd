import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { HttpPaymentProvider } from '../../lambda/payments/provider/http-payment-provider.ts';
import {
  PaymentContradiction,
  PaymentCredentialRefused,
  PaymentOutcomeUnknown,
  PaymentRefused,
} from '../../lambda/payments/provider/payment-provider.ts';
import { type Answering, type LocalServer, serve, serveSandbox, TIMEOUTS } from './sandbox-server.ts';

const CHARGE = { key: 'order-charge', amount: 2_500, currency: 'EUR', token: 'tok_visa' };
const CHARGED = { key: CHARGE.key, status: 'CHARGED', amount: 2_500, currency: 'EUR' };
const OLD = 'the-credential-before-the-rotation';
const NEW = 'the-credential-after-the-rotation';

const servers: LocalServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** A credential that is read again only after it was refused. */
function cachedCredential(first: string, later: string) {
  let read = first;
  const refreshes: string[] = [];
  return {
    refreshes,
    get: async () => read,
    refresh: async () => {
      read = later;
      refreshes.push(later);
      return later;
    },
  };
}

function providerAt(url: string, credential = cachedCredential(OLD, NEW)): HttpPaymentProvider {
  return new HttpPaymentProvider({ url, credential, timeouts: TIMEOUTS });
}

async function providerThatAnswers(answering: Answering): Promise<HttpPaymentProvider> {
  const server = await serve(answering);
  servers.push(server);
  return providerAt(server.url);
}

test('reads the credential again if the provider refuses it, and continues with the new one', async () => {
  const sandbox = await serveSandbox(OLD);
  servers.push(sandbox);
  const credential = cachedCredential(OLD, NEW);
  const provider = providerAt(sandbox.url, credential);
  await provider.charge(CHARGE);

  sandbox.rotateTo(NEW);
  expect(await provider.charge(CHARGE)).toEqual(CHARGED);
  expect(await provider.find(CHARGE.key)).toEqual(CHARGED);
  expect(credential.refreshes).toEqual([NEW]);
});

test('throws if the provider also refuses the credential that was read again', async () => {
  const presented: (string | undefined)[] = [];
  const provider = await providerThatAnswers(async ({ headers }) => {
    presented.push(headers.authorization);
    return { statusCode: 401 };
  });
  await expect(provider.charge(CHARGE)).rejects.toThrow(PaymentCredentialRefused);
  expect(presented).toEqual([`Bearer ${OLD}`, `Bearer ${NEW}`]);
});

test('reports an unknown outcome if no response arrives in time', async () => {
  const provider = await providerThatAnswers(() => new Promise(() => {}));
  const asked = provider.charge(CHARGE);
  await expect(asked).rejects.toThrow(PaymentOutcomeUnknown);
  await expect(asked).rejects.toThrow(`no answer within ${TIMEOUTS.totalTimeoutMs} ms`);
});

test('reports an unknown outcome if the address does not respond', async () => {
  const server = await serve(async () => ({}));
  await server.close();
  await expect(providerAt(server.url).charge(CHARGE)).rejects.toThrow(PaymentOutcomeUnknown);
});

test('reports an unknown outcome if the TLS handshake takes too long', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const provider = new HttpPaymentProvider({
    url: `https://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    credential: cachedCredential(OLD, NEW),
    timeouts: { connectTimeoutMs: 50, totalTimeoutMs: 5_000 },
  });
  const asked = provider.charge(CHARGE);
  await expect(asked).rejects.toThrow(PaymentOutcomeUnknown);
  await expect(asked).rejects.toThrow('no connection within 50 ms');
  silent.close();
});

test.each([500, 502, 503, 504, 429, 408])('reports an unknown outcome for a response %i', async (statusCode) => {
  const provider = await providerThatAnswers(async () => ({ statusCode }));
  await expect(provider.charge(CHARGE)).rejects.toThrow(PaymentOutcomeUnknown);
});

test.each([
  ['text that is not JSON', '<html>'],
  ['an unknown status', '{"status":"PERHAPS"}'],
  ['an empty body', ''],
])('reports an unknown outcome for an answer with %s', async (_, body) => {
  const provider = await providerThatAnswers(async () => ({ statusCode: 200, body }));
  await expect(provider.charge(CHARGE)).rejects.toThrow(PaymentOutcomeUnknown);
});

test('returns a declined payment as a value, also from a response 402', async () => {
  const declined = { ...CHARGED, status: 'DECLINED' };
  const provider = await providerThatAnswers(async () => ({ statusCode: 402, body: JSON.stringify(declined) }));
  expect(await provider.charge(CHARGE)).toEqual(declined);
});

test('a response 402 with a payment that is not declined is a contradiction', async () => {
  const provider = await providerThatAnswers(async () => ({ statusCode: 402, body: JSON.stringify(CHARGED) }));
  const asked = provider.charge(CHARGE);
  await expect(asked).rejects.toThrow(PaymentContradiction);
  await expect(asked).rejects.toThrow('the payment provider answers 402 CHARGED 2500 EUR as order-charge');
});

test.each<[string, (provider: HttpPaymentProvider) => Promise<unknown>]>([
  ['a void', (provider) => provider.void(CHARGE.key)],
  ['a refund', (provider) => provider.refund(CHARGE.key, 'order-refund', 1)],
  ['a look-up', (provider) => provider.find(CHARGE.key)],
])('a response 402 to %s is a refusal: only a charge can be declined', async (_, ask) => {
  const body = JSON.stringify({ ...CHARGED, status: 'DECLINED' });
  const provider = await providerThatAnswers(async () => ({ statusCode: 402, body }));
  await expect(ask(provider)).rejects.toThrow(PaymentRefused);
});

test('the error of a contradiction shows a key of the platform only, and is short', async () => {
  const body = JSON.stringify({ ...CHARGED, key: CHARGE.token.repeat(1_000) });
  const provider = await providerThatAnswers(async () => ({ statusCode: 402, body }));
  await expect(provider.charge(CHARGE)).rejects.toThrow(
    'asked to PUT /payments/order-charge, the payment provider answers 402 CHARGED 2500 EUR as an unknown key',
  );
});

test.each([400, 403, 409])('treats a response %i as a permanent refusal', async (statusCode) => {
  const provider = await providerThatAnswers(async () => ({ statusCode }));
  await expect(provider.refund(CHARGE.key, 'order-refund', 1)).rejects.toThrow(PaymentRefused);
});

test('an error contains neither token nor credential', async () => {
  const provider = await providerThatAnswers(async () => ({ statusCode: 500, body: CHARGE.token }));
  const error = await provider.charge(CHARGE).catch((thrown: Error) => thrown);
  const shown = JSON.stringify(error, Object.getOwnPropertyNames(error));
  expect(shown).toContain('PUT /payments/order-charge');
  for (const secret of [CHARGE.token, OLD, NEW]) expect(shown).not.toContain(secret);
});
