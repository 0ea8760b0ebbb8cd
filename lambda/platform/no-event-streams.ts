/** Takes the place of `@smithy/core/event-streams` in the bundles: docs/decisions/0020-small-bundles.md. */

/** Leaves the configuration of a client as it is. */
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;

/** Refuses to read or write an event stream. */
export const eventStreamSerdeProvider = (): never => {
  throw new Error('event streams are left out of the bundles: see LEFT_OUT in lib/platform/bundle-functions.ts');
};
