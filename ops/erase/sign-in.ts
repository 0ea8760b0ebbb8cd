import type { ErasureTarget, Identity } from './erasure-target.ts';

/** Who may sign in. */
export interface Users {
  /** Deletes a user by what the platform knows the user by; false where there is none. */
  delete(customerId: string): Promise<boolean>;
}

/** The user pool: the only target that knows the customer's address and name. Erased first, so that no order follows. */
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
