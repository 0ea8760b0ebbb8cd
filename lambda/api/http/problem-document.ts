import * as z from 'zod';

/** The document that describes a problem to people and programs. https://www.rfc-editor.org/rfc/rfc9457 */
export const problemDocument = z
  .strictObject({
    type: z.string().meta({ description: 'Always `about:blank`: the status identifies the kind of problem.' }),
    title: z.string().meta({ description: 'The kind of problem.', examples: ['Bad Request'] }),
    status: z.int().optional().meta({ description: 'The status of the response; missing if API Gateway chose it.' }),
    detail: z.string().meta({ description: 'The problem with this request.' }),
    errors: z
      .union([
        z.array(
          z.strictObject({
            field: z.string().meta({ description: 'The path of the field.', examples: ['lines[0].quantity'] }),
            received: z
              .string()
              .optional()
              .meta({ description: 'The value as JSON, shortened; missing if it may be secret.', examples: ['0'] }),
            expected: z.string().meta({ description: 'The accepted values.', examples: ['number to be >=1'] }),
          }),
        ),
        z.string(),
      ])
      .optional()
      .meta({ description: 'The invalid fields; a string if API Gateway rejected the request.' }),
    requestId: z.string().optional().meta({ description: 'The id of the request, for reporting the problem.' }),
  })
  .meta({ description: 'A problem document of RFC 9457.' });
