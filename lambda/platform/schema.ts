/**
 * Builds a schema of a module whose other exports functions use without it.
 *
 * With `@__PURE__` before the call, esbuild leaves out a schema that nothing uses. It must keep one that is built by
 * methods of zod outside of a function, since any of them could have a side effect.
 */
export function schema<T>(build: () => T): T {
  return build();
}
