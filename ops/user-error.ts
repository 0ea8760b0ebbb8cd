/** An error that a user can resolve. Commands print its message, which says what to do, without a stack trace. */
export class UserError extends Error {}
