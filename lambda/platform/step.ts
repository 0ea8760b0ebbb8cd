import { asServiceUnavailable } from './service-unavailable.ts';
import { type Entry, type Settings, settingsOf } from './settings.ts';

/** A function of the platform whose logic depends on ports alone: the exploration runs it with ports in memory. */
export interface Step<Name extends string, Ports, Input, Output> extends Entry<Name, never> {
  readonly run: (ports: Ports, settings: Settings<Name>) => (input: Input) => Promise<Output>;
}

/** Defines a step once, for its handler, its construct and the exploration. */
export function step<const Name extends string, Ports, Input, Output>(
  definition: Step<Name, Ports, Input, Output>,
): Step<Name, Ports, Input, Output> {
  return definition;
}

/**
 * The handler of a step: reads the settings at the cold start, and connects the ports by them.
 *
 * The errors of an outage have one name, `ServiceUnavailable`.
 */
export function handlerOf<Name extends string, Ports, Input, Output>(
  definition: Step<Name, Ports, Input, Output>,
  connect: (settings: Settings<Name>) => Ports,
): (input: Input) => Promise<Output> {
  const settings = settingsOf(definition);
  const run = definition.run(connect(settings), settings);
  return (input) =>
    run(input).catch((error: unknown) => {
      throw asServiceUnavailable(error);
    });
}
