import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import type { JWTVerifyGetKey } from 'jose';
import { publishedKeySet, secretKeySet } from '../../lambda/access/partner-key-set.ts';
import { KeySetUnavailable, verifyPartnerToken } from '../../lambda/access/verify-partner-token.ts';
import { AUDIENCE, ISSUER, NOW, tokenSigner } from './partner-tokens.ts';

const verifyWith = (keyOf: JWTVerifyGetKey, token: string) =>
  verifyPartnerToken(token, { keyOf, issuer: ISSUER, audience: AUDIENCE, now: () => NOW });

/** Secrets Manager with one secret; its value is cached until a caller forces a read. */
function secretOf(value: unknown) {
  const secret = { value: JSON.stringify(value), reads: 0, clock: NOW.getTime() };
  let kept: string | undefined;
  const provider = {
    get: async (_: string, { forceFetch }: { forceFetch: boolean }) => {
      if (forceFetch || kept === undefined) {
        secret.reads += 1;
        kept = secret.value;
      }
      return kept;
    },
  };
  const keyOf = secretKeySet(provider as unknown as SecretsProvider, 'key-set', () => new Date(secret.clock));
  return { secret, keyOf };
}

describe('a key set in a secret', () => {
  test('verifies tokens, and is read once for many', async () => {
    const signer = await tokenSigner();
    const { secret, keyOf } = secretOf(signer.keySet);
    for (const jti of ['1', '2', '3']) {
      expect(await verifyWith(keyOf, await signer.sign({ jti }))).toMatchObject({ kind: 'VERIFIED' });
    }
    expect(secret.reads).toBe(1);
  });

  test('is read again for an unknown key', async () => {
    const [before, after] = [await tokenSigner({ kid: 'old' }), await tokenSigner({ kid: 'new' })];
    const { secret, keyOf } = secretOf(before.keySet);
    await verifyWith(keyOf, await before.sign());
    secret.value = JSON.stringify(after.keySet);
    expect(await verifyWith(keyOf, await after.sign())).toMatchObject({ kind: 'VERIFIED' });
  });

  test('is read at most every five seconds for unknown keys', async () => {
    const { secret, keyOf } = secretOf((await tokenSigner()).keySet);
    const stranger = await tokenSigner({ kid: 'unknown' });
    for (const jti of ['1', '2', '3']) await verifyWith(keyOf, await stranger.sign({ jti }));
    expect(secret.reads).toBe(2);
    secret.clock += 5_001;
    await verifyWith(keyOf, await stranger.sign());
    expect(secret.reads).toBe(3);
  });

  test('that is empty, as after the first deployment, verifies no token', async () => {
    const { keyOf } = secretOf({ keys: [] });
    expect(await verifyWith(keyOf, await (await tokenSigner()).sign())).toMatchObject({ kind: 'REFUSED' });
  });

  test('that was invalid is read again, and verifies tokens after it is corrected', async () => {
    const signer = await tokenSigner();
    const { secret, keyOf } = secretOf({});
    secret.value = 'no key set';
    await expect(verifyWith(keyOf, await signer.sign())).rejects.toThrow(KeySetUnavailable);
    secret.value = JSON.stringify(signer.keySet);
    secret.clock += 5_001;
    expect(await verifyWith(keyOf, await signer.sign())).toMatchObject({ kind: 'VERIFIED' });
  });

  test.each(['no key set', '{"keys":7}', ''])('with the content %p is unavailable', async (value) => {
    const { secret, keyOf } = secretOf({});
    secret.value = value;
    await expect(verifyWith(keyOf, await (await tokenSigner()).sign())).rejects.toThrow(KeySetUnavailable);
  });
});

describe('a key set at a URL', () => {
  /** Publishes a key set for the duration of a test. */
  async function published<T>(answer: RequestListener, look: (url: string) => Promise<T>): Promise<T> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    try {
      return await look(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  test('is unavailable if the server does not answer for three seconds', async () => {
    const { sign } = await tokenSigner();
    const started = performance.now();
    await published(
      () => {},
      async (url) => {
        await expect(verifyWith(publishedKeySet(url), await sign())).rejects.toThrow(KeySetUnavailable);
      },
    );
    expect(performance.now() - started).toBeLessThan(4_500);
  });

  test('verifies tokens, and is read once for many', async () => {
    const signer = await tokenSigner();
    let reads = 0;
    const answer: RequestListener = (_, response) => {
      reads += 1;
      response.end(JSON.stringify(signer.keySet));
    };
    await published(answer, async (url) => {
      const keyOf = publishedKeySet(url);
      for (const jti of ['1', '2']) {
        expect(await verifyWith(keyOf, await signer.sign({ jti }))).toMatchObject({ kind: 'VERIFIED' });
      }
    });
    expect(reads).toBe(1);
  });

  test.each<[string, RequestListener]>([
    ['fails', (_, response) => response.writeHead(500).end()],
    ['redirects', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['answers with HTML', (_, response) => response.end('<html>')],
    ['closes the connection', (request) => request.socket.destroy()],
  ])('is unavailable if the server %s', async (_, answer) => {
    const { sign } = await tokenSigner();
    await published(answer, async (url) => {
      await expect(verifyWith(publishedKeySet(url), await sign())).rejects.toThrow(KeySetUnavailable);
    });
  });
});
