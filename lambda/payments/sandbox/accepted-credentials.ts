import { createHash, timingSafeEqual } from 'node:crypto';
import type { SandboxStore } from './sandbox-payment.ts';

/** The credentials that the sandbox accepts: the platform's current one, and the announced next one. */
export class AcceptedCredentials {
  readonly #current: () => Promise<string>;
  readonly #store: SandboxStore;

  constructor(current: () => Promise<string>, store: SandboxStore) {
    this.#current = current;
    this.#store = store;
  }

  /** Returns true if the `authorization` header has an accepted credential. */
  async include(authorization: string | undefined): Promise<boolean> {
    const [, presented] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? [];
    if (!presented) return false;
    const [current, announced] = await Promise.all([this.#current(), this.#store.announcedCredential()]);
    return [sha256(current), announced].some((hash) => hash !== undefined && equal(sha256(presented), hash));
  }

  /** Accepts a credential from now on, in addition to the current one; replaces the one announced before. */
  announce(credential: string): Promise<void> {
    return this.#store.announceCredential(sha256(credential));
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function equal(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}
