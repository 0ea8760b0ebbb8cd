import { KEPT_STATES } from '../checkout.ts';
import { KeptState } from './kept-state.ts';

/** Names of kept states, as the user gave them. */
export interface ChosenNames {
  readonly keep: string | undefined;
  readonly from: string | undefined;
}

/**
 * Returns the state to keep and the one to begin with.
 *
 * @throws UserError if there is none to begin with
 */
export async function chosenStates({ keep, from }: ChosenNames, place = KEPT_STATES) {
  return {
    ...(keep !== undefined && { keep: new KeptState(place, keep) }),
    ...(from !== undefined && { from: await KeptState.find(place, from) }),
  };
}
