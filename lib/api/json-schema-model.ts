import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { z } from 'zod';

/** Adds a model to an API that accepts what a schema accepts, in the dialect API Gateway reads: JSON Schema draft 4. */
export function addModel(
  api: apigateway.RestApi,
  name: string,
  description: string,
  schema: z.ZodType,
): apigateway.Model {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { target: 'draft-4', io: 'input' });
  return api.addModel(name, {
    modelName: name,
    contentType: 'application/json',
    description,
    schema: { schema: apigateway.JsonSchemaVersion.DRAFT4, ...body } as apigateway.JsonSchema,
  });
}
