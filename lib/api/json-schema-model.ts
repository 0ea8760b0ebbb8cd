import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;

/**
 * Adds a model to an API that refuses a body for a field which is missing or unknown.
 *
 * API Gateway names the field in both cases. Of a value it would only say what is allowed and not where, so values are
 * left to the handlers, which check the body by the same schema and name the field, the value and what was expected.
 */
export function addModel(
  api: apigateway.RestApi,
  name: string,
  description: string,
  schema: z.ZodType,
): apigateway.Model {
  const full = z.toJSONSchema(schema, { target: 'draft-4', io: 'input' }) as Schema;
  return api.addModel(name, {
    modelName: name,
    contentType: 'application/json',
    description,
    schema: {
      schema: apigateway.JsonSchemaVersion.DRAFT4,
      type: apigateway.JsonSchemaType.OBJECT,
      ...(fieldsOf(full) as apigateway.JsonSchema),
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
