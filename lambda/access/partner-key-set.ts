import type { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Settings } from '../platform/settings.ts';

/** The time after which a key set is read again. */
const MAX_AGE_SECONDS = 300;
/** The minimum time between reads for unknown keys: any token can name a key that does not exist. */
const COOLDOWN_SECONDS = 5;
/** The time-out of a request to the publisher of a key set. */
const TIMEOUT_MS = 3_000;

/** Returns a key set from Secrets Manager. It is cached, and read again if a token cannot be verified with it. */
export function secretKeySet(secrets: SecretsProvider, secretId: string, now: () => Date): JWTVerifyGetKey {
  let parsed: { text: string; keyOf: JWTVerifyGetKey } | undefined;
  let readAgainAt = Number.NEGATIVE_INFINITY;

  const keys = async (forceFetch: boolean): Promise<JWTVerifyGetKey> => {
    const text = await secrets.get(secretId, { maxAge: MAX_AGE_SECONDS, forceFetch });
    if (typeof text !== 'string') throw new Error(`the secret ${secretId} has no text value`);
    if (parsed?.text !== text) parsed = { text, keyOf: createLocalJWKSet(JSON.parse(text)) };
    return parsed.keyOf;
  };
  return async (header, token) => {
    try {
      return await (await keys(false))(header, token);
    } catch (error) {
      const time = now().getTime();
      if (time < readAgainAt) throw error;
      readAgainAt = time + COOLDOWN_SECONDS * 1_000;
      return (await keys(true))(header, token);
    }
  };
}

/** Returns a key set from a URL. It is cached, and read again if a token names a key that is not in it. */
export function publishedKeySet(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: TIMEOUT_MS,
    cacheMaxAge: MAX_AGE_SECONDS * 1_000,
    cooldownDuration: COOLDOWN_SECONDS * 1_000,
  });
}

/** The key set that a function's settings name: one that its owner publishes, or one in Secrets Manager. */
export function partnerKeySet(
  { PARTNER_KEY_SET_URL, PARTNER_KEY_SET_SECRET }: Settings<never, 'PARTNER_KEY_SET_URL' | 'PARTNER_KEY_SET_SECRET'>,
  secrets: () => SecretsProvider,
): JWTVerifyGetKey {
  if (PARTNER_KEY_SET_URL) return publishedKeySet(PARTNER_KEY_SET_URL);
  if (!PARTNER_KEY_SET_SECRET) throw new Error('neither PARTNER_KEY_SET_URL nor PARTNER_KEY_SET_SECRET is set');
  return secretKeySet(secrets(), PARTNER_KEY_SET_SECRET, () => new Date());
}
