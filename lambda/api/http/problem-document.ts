import * as z from 'zod';

/** What went wrong, for people and programs. https://www.rfc-editor.org/rfc/rfc9457 */
export const problemDocument = z
  .strictObject({
    type: z.string().meta({ description: 'Always `about:blank`: the status says what kind of problem it is.' }),
    title: z.string().meta({ description: 'The kind of problem.', examples: ['Bad Request'] }),
    status: z.int().optional().meta({ description: "The answer's status; missing where the gateway answers." }),
    detail: z.string().meta({ description: 'What is wrong with this request.' }),
    errors: z
      .union([
        z.array(
          z.strictObject({
            field: z.string().meta({ description: 'Where it is.', examples: ['lines[0].quantity'] }),
            received: z
              .string()
              .optional()
              .meta({ description: 'The value as JSON, shortened; missing where it may be secret.', examples: ['0'] }),
            expected: z.string().meta({ description: 'What is accepted.', examples: ['number to be >=1'] }),
          }),
        ),
        z.string(),
      ])
      .optional()
      .meta({ description: 'The fields that are wrong; a text where the gateway answers.' }),
    requestId: z.string().optional().meta({ description: 'What to name when you report the problem.' }),
  })
  .meta({ description: 'A problem document of RFC 9457.' });
