import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Entry } from '../../lambda/platform/settings.ts';

/** The use of a resource by a function: the settings that name the resource, and the permission. */
export interface Binding<out Name extends string = string> {
  /** The names and values of environment variables. */
  readonly settings: readonly (readonly [name: Name, value: string])[];
  /**
   * Grants the permission.
   *
   * @default - none is needed
   */
  readonly grant?: (grantee: iam.IGrantable) => void;
}

/** Creates a binding. Its permission and settings belong together: one without the other fails only at run time. */
export function binding<Name extends string>(
  settings: Readonly<Record<Name, string>>,
  grant?: Binding['grant'],
): Binding<Name> {
  return { settings: Object.entries<string>(settings) as [Name, string][], ...(grant && { grant }) };
}

/** An entry with all that it is deployed with. */
export interface BoundEntry {
  /** The capability and the name of the function: `orders/reserve-stock`. */
  readonly entry: string;
  /** The resources that the function uses. */
  readonly bindings: readonly Binding[];
  /** The names and values of all environment variables, including those of the bindings. */
  readonly settings: Readonly<Record<string, string>>;
}

type NameOf<B> = B extends Binding<infer Name> ? Name : never;

/** The settings that no binding provides: those that the entry requires, and optionally those that it may have. */
type OtherSettings<Required extends string, Optional extends string> = [Required] extends [never]
  ? { readonly settings?: [Optional] extends [never] ? undefined : Readonly<Partial<Record<Optional, string>>> }
  : { readonly settings: Readonly<Record<Required, string> & Partial<Record<Optional, string>>> };

/**
 * Binds an entry to the resources it uses.
 *
 * The type check fails if a setting that the entry declares is missing, or if one is given that it does not declare.
 */
export function bind<
  Name extends string,
  Optional extends string,
  const Bindings extends readonly Binding<Name | Optional>[],
>(
  { entry }: Entry<Name, Optional>,
  {
    bindings,
    settings,
  }: { readonly bindings: Bindings } & OtherSettings<Exclude<Name, NameOf<Bindings[number]>>, Optional>,
): BoundEntry {
  return {
    entry,
    bindings,
    settings: { ...settings, ...Object.fromEntries(bindings.flatMap((each) => each.settings)) },
  };
}
