/** A call of a history: its times, and the states that it can lead to; none if the state contradicts its result. */
export interface Call<State> {
  readonly from: number;
  /** Infinity if the call has no answer: it has its effect at any later time, or never. */
  readonly until: number;
  readonly next: (before: State) => State | undefined;
}

/**
 * Returns true if one order of the calls explains all results: each call has its effect between its start and its answer.
 *
 * Searches depth first and remembers the states that lead nowhere. https://doi.org/10.1145/78969.78972
 */
export function isLinearizable<State>(calls: readonly Call<State>[], initial: State): boolean {
  const seen = new Set<string>();
  const explained = (state: State, left: readonly Call<State>[]): boolean => {
    if (left.every(({ until }) => until === Number.POSITIVE_INFINITY)) return true;
    const visited = `${left.map((call) => calls.indexOf(call))} ${JSON.stringify(state)}`;
    if (seen.has(visited)) return false;
    seen.add(visited);
    const firstAnswer = Math.min(...left.map(({ until }) => until));
    return left.some((call) => {
      if (call.from > firstAnswer) return false;
      const after = call.next(state);
      return (
        after !== undefined &&
        explained(
          after,
          left.filter((other) => other !== call),
        )
      );
    });
  };
  return explained(initial, calls);
}
