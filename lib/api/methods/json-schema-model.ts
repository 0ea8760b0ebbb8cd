import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { z } from 'zod';
import type { JsonBody } from '../operations/operation.ts';

type Schema = z.core.JSONSchema.JSONSchema;

/**
 * Adds the model of a body to an API.
 *
 * Where a function stands behind, the model refuses fields which are missing or unknown, and the gateway names them. Of a
 * value the gateway would only say what is allowed and not where, so values are left to the function, which checks the
 * body by the same schema and names the field, the value and what was expected.
 */
export function addModel(api: apigateway.RestApi, body: JsonBody): apigateway.IModel {
  const existing = api.node.tryFindChild(body.name);
  if (existing) return existing as apigateway.Model;
  const full = z.toJSONSchema(body.schema, { target: 'draft-4', io: 'input' }) as Schema;
  return api.addModel(body.name, {
    modelName: body.name,
    contentType: 'application/json',
    description: body.description,
    schema: {
      ...((body.checkedByGateway ? full : fieldsOf(full)) as apigateway.JsonSchema),
      schema: apigateway.JsonSchemaVersion.DRAFT4,
      type: apigateway.JsonSchemaType.OBJECT,
    },
  });
}

/** What a schema says of the fields there must and may be. */
function fieldsOf({ properties, required, additionalProperties, items }: Schema): Schema {
  return {
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, schema]) => [field, fieldsOf(schema as Schema)]),
      ),
    }),
    ...(required && { required }),
    ...(additionalProperties === false && { additionalProperties }),
    ...(items && { items: fieldsOf(items as Schema) }),
  };
}
