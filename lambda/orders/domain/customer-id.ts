/** The prefix distinguishes partners from customers, whose `sub` is a UUID. */
export const PARTNER = /^partner-./;

/** Returns true if a customer id is that of a partner. */
export function isPartner(customerId: string): boolean {
  return PARTNER.test(customerId);
}
