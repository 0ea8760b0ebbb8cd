import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import type { PartnersConfig } from '../lib/stages/partners-config.ts';

const ALGORITHM = 'ES256';

/** Signs tokens of a partner as the issuer that the stage trusts. */
export class PartnerTokens {
  /** The public key that the tokens are signed with. */
  readonly key: JWK;

  readonly #privateKey: CryptoKey;
  readonly #claims: JWTPayload;

  private constructor(key: JWK, privateKey: CryptoKey, claims: JWTPayload) {
    this.key = key;
    this.#privateKey = privateKey;
    this.#claims = claims;
  }

  /** Creates a signer of a subject's tokens with a new key. */
  static async of({ issuer, audience }: PartnersConfig, subject: string): Promise<PartnerTokens> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
    const key = { ...(await exportJWK(publicKey)), kid: `demo-${randomUUID()}`, alg: ALGORITHM, use: 'sig' };
    return new PartnerTokens(key, privateKey, { iss: issuer, aud: audience, sub: subject });
  }

  /** Returns a token that is valid for ten minutes; `different` replaces claims. */
  sign(different: JWTPayload = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ ...this.#claims, jti: randomUUID(), iat: now, exp: now + 600, ...different })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.key.kid })
      .sign(this.#privateKey);
  }

  /** Returns an expired token. */
  signExpired(): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return this.sign({ iat: now - 7_200, exp: now - 3_600 });
  }

  /** Returns a token that names this key and is signed with another one. */
  async signForeign(): Promise<string> {
    const { privateKey } = await generateKeyPair(ALGORITHM);
    return new PartnerTokens(this.key, privateKey, this.#claims).sign();
  }
}

/** Adds a key to a key set, which may hold keys of other runs. */
export function withKey(keySet: JSONWebKeySet, key: JWK): JSONWebKeySet {
  return { keys: [...withoutKey(keySet, key).keys, key] };
}

/** Removes a key from a key set by its id. */
export function withoutKey({ keys }: JSONWebKeySet, { kid }: JWK): JSONWebKeySet {
  return { keys: keys.filter((each) => each.kid !== kid) };
}
