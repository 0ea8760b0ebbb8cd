import type { ErasureTarget, Identity } from './erasure-target.ts';

/** Users who can sign in. */
export interface Users {
  /** Deletes a user by customer id; returns false if there is none. */
  delete(customerId: string): Promise<boolean>;
}

/** Deletes the user, the only record with address and name. Comes first, so that no further order is placed. */
export class SignInTarget implements ErasureTarget {
  readonly name = 'sign-in';
  readonly #users: Users;

  constructor(users: Users) {
    this.#users = users;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    return (await this.#users.delete(customerId)) ? 'the user is deleted, with address and password' : undefined;
  }
}
