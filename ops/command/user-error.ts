/** Why `npm start` cannot go on, in a sentence that names what is wrong and what to do about it: shown without a stack. */
export class UserError extends Error {}
