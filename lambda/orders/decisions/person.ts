/** An email address without its subaddress (RFC 5233), in lower case: one mailbox has one such form. */
export function mailboxOf(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*@/, '@');
}

/**
 * Returns the mailbox of the person that the ARN of a caller names; undefined if it names none.
 *
 * The last part of the ARN is the name of the IAM user, or of the session of a role: `…:assumed-role/Approvers/ann@example.com`.
 */
export function personOf(callerArn: string): string | undefined {
  const [, name] = /\/([^/@]+@[^/@]+)$/.exec(callerArn) ?? [];
  return name && mailboxOf(name);
}
