/** What a function logs when it hands an order over to a person; an alarm waits for these words. */
export const ATTENTION_MESSAGE = 'An order needs attention';
