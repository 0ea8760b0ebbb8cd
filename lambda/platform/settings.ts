/** A function of the platform by its name, and the settings that it is deployed with. */
export interface Entry<Name extends string = string, Optional extends string = string> {
  /** The capability and the name: `orders/reserve-stock` is `lambda/orders/<room>/reserve-stock.handler.ts`. */
  readonly entry: string;
  /** The environment variables without which the function does not start. */
  readonly settings: readonly Name[];
  /**
   * The environment variables that only some stages set.
   *
   * @default - none
   */
  readonly optionalSettings?: readonly Optional[];
}

/** The values of environment variables, by their names. */
export type Settings<Name extends string, Optional extends string = never> = Readonly<
  Record<Name, string> & Partial<Record<Optional, string>>
>;

/** Defines a function: lib must set exactly these settings, and its handler can read no others. */
export function entry<const Name extends string, const Optional extends string = never>(
  name: string,
  settings: readonly Name[],
  optionalSettings: readonly Optional[] = [],
): Entry<Name, Optional> {
  return { entry: name, settings, optionalSettings };
}

/**
 * Reads the settings of a function from its environment.
 *
 * Call it at module level, so that the cold start fails and not a request.
 *
 * @throws Error that names the missing variable
 */
export function settingsOf<Name extends string, Optional extends string>({
  settings,
  optionalSettings = [],
}: Entry<Name, Optional>): Settings<Name, Optional> {
  const missing = settings.find((name) => !process.env[name]);
  if (missing) throw new Error(`the environment variable ${missing} is not set`);
  const names = [...settings, ...optionalSettings];
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as Settings<Name, Optional>;
}
