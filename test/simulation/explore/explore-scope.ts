import { STEPS } from '../steps.ts';
import type { PreparedWorkflow } from '../workflow.ts';
import { Cast } from './cast.ts';
import { type Exploration, explore, statesOf } from './explorer.ts';
import { platformWith } from './orders.ts';
import { EXTRAS, endsOf, type Scope } from './scopes.ts';

/** Explores one scope, on the deployed workflow. */
export async function exploreScope(workflow: PreparedWorkflow, scope: Scope): Promise<Exploration> {
  const { order, extras, aborted, timeouts, maxStates, withoutClaims = false } = scope;
  const platform = await platformWith(order);
  const cast = new Cast(platform, workflow, await STEPS, { withoutClaims });
  const purchase = cast.execution('purchase');
  const own = [cast.execution('cancellation'), cast.execution('refund')];
  const others = [...own, ...extras.map((name) => EXTRAS[name].actor(cast))];
  const common = { platform, sweep: () => cast.sweep(), timeouts, maxStates, ends: endsOf(scope) };
  if (!aborted) return explore({ ...common, starts: [platform.save()], actors: [purchase, ...others] });

  const left = await statesOf(platform, purchase);
  const starts = left.map((state) => cast.abort(state));
  return explore({ ...common, starts, actors: others });
}
