import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { INVOICE_PREFIX, invoiceKey } from '../../../lambda/documents/invoice-key.ts';
import type { DocumentsDataStack } from '../../documents/documents-data-stack.ts';
import { answersOf } from '../answers/integration-answers.ts';
import { problemAnswer } from '../answers/problem-answer.ts';
import { INVOICE_TYPE } from '../operations/media-types.ts';
import { IntegrationRole } from './integration-role.ts';
import { NO_BODY } from './no-body.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** Properties for an `InvoiceIntegration`. */
export interface InvoiceIntegrationProps extends ServiceIntegrationProps {
  /** The stack of the invoices. */
  readonly documents: DocumentsDataStack;
}

/**
 * Reads the invoice of an order of the calling customer from the bucket, without a function.
 *
 * The method needs a Cognito authorizer and a path with an `{orderId}`. The key begins with the `sub` of the access token,
 * so that no order id leads to the invoice of another customer.
 */
export class InvoiceIntegration extends Construct {
  /** The integration of the method. */
  public readonly integration: apigateway.Integration;
  /** The other options of the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { documents, answerHeaders }: InvoiceIntegrationProps) {
    super(scope, id);
    const { bucket } = documents;
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [
      {
        status: 200,
        backendStatus: '200',
        binary: true,
        headers: { 'Content-Type': INVOICE_TYPE, 'Content-Disposition': 'attachment; filename="invoice.pdf"' },
        passedHeaders: ['ETag'],
      },
      // S3 answers 400 to a key that no invoice can have, such as one that is too long.
      problemAnswer(404, 'You have no order with this id, or it has no invoice yet.', '400|404'),
      problemAnswer(502, 'The invoice cannot be read at the moment.'),
    ]);

    this.integration = new apigateway.AwsIntegration({
      service: 's3',
      integrationHttpMethod: 'GET',
      path: `${bucket.bucketName}/${invoiceKey({ customerId: '{customer}', orderId: '{orderId}' })}`,
      options: {
        credentialsRole: readingRole(this, bucket),
        requestParameters: {
          'integration.request.path.customer': 'context.authorizer.claims.sub',
          'integration.request.path.orderId': 'method.request.path.orderId',
        },
        ...NO_BODY,
        integrationResponses,
      },
    });
    this.methodOptions = { requestParameters: { 'method.request.path.orderId': true }, methodResponses };
  }
}

function readingRole(scope: Construct, bucket: DocumentsDataStack['bucket']): iam.Role {
  const role = new IntegrationRole(scope, 'Role', 'Reads the invoices of the customers who request them.');
  role.addToPolicy(
    new iam.PolicyStatement({
      sid: 'ReadInvoices',
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects(`${INVOICE_PREFIX}*`)],
    }),
  );
  // Without this permission S3 responds 403 for a missing object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
  role.addToPolicy(
    new iam.PolicyStatement({
      sid: 'LearnWhatIsMissing',
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${INVOICE_PREFIX}*` } },
    }),
  );
  return role;
}
