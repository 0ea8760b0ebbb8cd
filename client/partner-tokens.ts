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

/** Signs tokens of a partner, as the issuer that the stage trusts would. */
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

  /** A signer of a subject's tokens, with a new key. */
  static async of({ issuer, audience }: PartnersConfig, subject: string): Promise<PartnerTokens> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
    const key = { ...(await exportJWK(publicKey)), kid: `demo-${randomUUID()}`, alg: ALGORITHM, use: 'sig' };
    return new PartnerTokens(key, privateKey, { iss: issuer, aud: audience, sub: subject });
  }

  /** A token that is good for ten minutes, or what is different of it. */
  sign(different: JWTPayload = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ ...this.#claims, jti: randomUUID(), iat: now, exp: now + 600, ...different })
      .setProtectedHeader({ alg: ALGORITHM, kid: this.key.kid })
      .sign(this.#privateKey);
  }

  /** A token that has expired. */
  signExpired(): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return this.sign({ iat: now - 7_200, exp: now - 3_600 });
  }

  /** A token signed by somebody else, who claims to have this key. */
  async signForeign(): Promise<string> {
    const { privateKey } = await generateKeyPair(ALGORITHM);
    return new PartnerTokens(this.key, privateKey, this.#claims).sign();
  }
}

/** A key set with a key besides those of others, other runs of the demo among them. */
export function withKey(keySet: JSONWebKeySet, key: JWK): JSONWebKeySet {
  return { keys: [...withoutKey(keySet, key).keys, key] };
}

/** A key set without a key, by its name. */
export function withoutKey({ keys }: JSONWebKeySet, { kid }: JWK): JSONWebKeySet {
  return { keys: keys.filter((each) => each.kid !== kid) };
}
