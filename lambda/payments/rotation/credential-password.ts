/** How a credential is made: letters and digits alone, so that it needs no escaping in a header. */
export const CREDENTIAL_PASSWORD = { PasswordLength: 48, ExcludePunctuation: true } as const;
