import type { Settings } from '../../lambda/platform/settings.ts';
import type { Step } from '../../lambda/platform/step.ts';

/** A step with in-memory ports; the values of its settings have no meaning. */
export function inMemory<Name extends string, Ports, Input, Output>(
  { run, settings }: Step<Name, Ports, Input, Output>,
  ports: Ports,
): (input: Input) => Promise<Output> {
  return run(ports, Object.fromEntries(settings.map((name) => [name, `the ${name}`])) as Settings<Name>);
}
