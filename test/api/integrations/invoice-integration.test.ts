import { invoiceKey } from '../../../lambda/documents/invoice-key.ts';
import { invoice } from './every-integration.ts';
import { answerTo, DOCUMENTS, documentOf, statementsOf, uriParts } from './served-integration.ts';

describe('the invoice', () => {
  const { method, template } = invoice;

  test("is read under the subject of the caller's token, independent of the request", () => {
    expect(method.Integration.RequestParameters).toEqual({
      'integration.request.path.customer': 'context.authorizer.claims.sub',
      'integration.request.path.orderId': 'method.request.path.orderId',
    });
    expect(method.RequestParameters).toEqual({ 'method.request.path.orderId': true });
  });

  test('is read from the key of invoices, without a function', () => {
    expect(method.Integration).toMatchObject({ Type: 'AWS', IntegrationHttpMethod: 'GET' });
    expect(uriParts(method)).toEqual([
      'arn:aws:apigateway:eu-central-1:s3:path/',
      DOCUMENTS.name,
      `/${invoiceKey({ customerId: '{customer}', orderId: '{orderId}' })}`,
    ]);
    expect(template.findResources('AWS::Lambda::Function')).toEqual({});
  });

  test('may be read and, under its prefix, found missing; the role allows nothing else', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Sid: 'ReadInvoices',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: { 'Fn::Join': ['', [DOCUMENTS.arn, '/invoices/*']] },
          },
          {
            Sid: 'LearnWhatIsMissing',
            Effect: 'Allow',
            Action: 's3:ListBucket',
            Resource: DOCUMENTS.arn,
            Condition: { StringLike: { 's3:prefix': 'invoices/*' } },
          },
        ],
      },
    });
    expect(statementsOf(template)).toHaveLength(2);
  });

  test('is a PDF attachment with the ETag of the object', () => {
    expect(answerTo(method, 200)).toMatchObject({
      StatusCode: '200',
      ContentHandling: 'CONVERT_TO_BINARY',
      ResponseParameters: {
        'method.response.header.Content-Type': "'application/pdf'",
        'method.response.header.Content-Disposition': `'attachment; filename="invoice.pdf"'`,
        'method.response.header.ETag': 'integration.response.header.ETag',
      },
    });
  });

  test.each([404, 400])('is not found if S3 responds %d: the object is missing or the key invalid', (status) => {
    expect(documentOf(method, status)).toMatchObject({ status: 404, title: 'Not Found' });
  });

  test.each([403, 301, 500, 503])('is unavailable if S3 responds %d', (status) => {
    expect(documentOf(method, status)).toMatchObject({ status: 502 });
  });
});
