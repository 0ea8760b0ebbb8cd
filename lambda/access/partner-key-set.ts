import type { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { setting } from '../platform/settings.ts';

/** How long a key set is used before it is read again without need. */
const MAX_AGE_SECONDS = 300;
/** How long a key set is not read again without need: anybody can ask for a key it does not have. */
const COOLDOWN_SECONDS = 5;
/** How long the publisher of a key set may take to answer. */
const TIMEOUT_MS = 3_000;

/** A key set in Secrets Manager, kept for a while, and read again when a token cannot be checked by what is kept. */
export function secretKeySet(secrets: SecretsProvider, secretId: string, now: () => Date): JWTVerifyGetKey {
  let parsed: { text: string; keyOf: JWTVerifyGetKey } | undefined;
  let readAgainAt = Number.NEGATIVE_INFINITY;

  const keys = async (forceFetch: boolean): Promise<JWTVerifyGetKey> => {
    const text = await secrets.get(secretId, { maxAge: MAX_AGE_SECONDS, forceFetch });
    if (typeof text !== 'string') throw new Error(`the secret ${secretId} holds no text`);
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

/** A key set that its owner publishes, kept for a while, and read again when a token names a key that is not in it. */
export function publishedKeySet(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: TIMEOUT_MS,
    cacheMaxAge: MAX_AGE_SECONDS * 1_000,
    cooldownDuration: COOLDOWN_SECONDS * 1_000,
  });
}

/** The key set this function was told of by `AccessDataStack.grantVerifyPartners`. */
export function keySetFromEnvironment(secrets: () => SecretsProvider): JWTVerifyGetKey {
  const url = process.env.PARTNER_KEY_SET_URL;
  if (url) return publishedKeySet(url);
  return secretKeySet(secrets(), setting('PARTNER_KEY_SET_SECRET'), () => new Date());
}
