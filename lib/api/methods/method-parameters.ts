import type { Operation } from '../operations/operation.ts';

/** The parameters of an operation by their names in API Gateway; `true` for the required ones. */
export function methodParameters({ pathParameters, queryParameters, headers }: Operation): Record<string, boolean> {
  const places = { path: pathParameters, querystring: queryParameters, header: headers };
  return Object.fromEntries(
    Object.entries(places).flatMap(([place, parameters]) =>
      Object.entries(parameters?.shape ?? {}).map(([name, schema]) => [
        `method.request.${place}.${name}`,
        !schema.safeParse(undefined).success,
      ]),
    ),
  );
}
