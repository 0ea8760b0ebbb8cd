/** Builds the error of an entry that a service did not take. */
export function serviceError(code = 'UnknownError', message = 'the service gave no reason'): Error {
  return Object.assign(new Error(message), { name: code });
}
