import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { z } from 'zod';
import type { JsonBody } from '../operations/operation.ts';

type Schema = z.core.JSONSchema.JSONSchema;

/**
 * Adds the model of a request body to an API.
 *
 * If a function serves the operation, the model checks only for missing and unknown fields, which API Gateway names. For
 * an invalid value API Gateway does not name the field, so the function checks values by the same schema.
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

/** A schema reduced to its required and allowed fields. */
function fieldsOf({ properties, required, additionalProperties, items }: Schema): Schema {
  return {
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, schema]) => [field, fieldsOf(schema as Schema)]),
      ),
    }),
    required,
    ...(additionalProperties === false && { additionalProperties }),
    ...(items && { items: fieldsOf(items as Schema) }),
  };
}
