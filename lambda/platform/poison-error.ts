/** An input that no attempt can process. It is set aside, so that later inputs are processed. */
export class PoisonError extends Error {
  override readonly name = 'PoisonError';
}

/** The message of the log line for each record that is set aside. An alarm counts these lines. */
export const SET_ASIDE_MESSAGE = 'A stream record was set aside';
