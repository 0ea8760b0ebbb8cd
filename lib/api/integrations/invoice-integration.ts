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
  /** Where the invoices are. */
  readonly documents: DocumentsDataStack;
}

/**
 * Fetches the invoice of an order of the customer who asks, straight from the bucket.
 *
 * The customer's part of the key is the `sub` of the access token: the method needs a Cognito authorizer. The path
 * needs an `{orderId}`; whatever is sent for it, the key begins with that customer.
 */
export class InvoiceIntegration extends Construct {
  /** For the method. */
  public readonly integration: apigateway.Integration;
  /** For the method. */
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
      problemAnswer(404, 'There is no such invoice: the order is not yours, or has none yet.', '400|404'),
      problemAnswer(502, 'The invoice cannot be had at the moment.'),
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
  const role = new IntegrationRole(scope, 'Role', 'Fetches invoices for the customers whose they are.');
  role.addToPolicy(
    new iam.PolicyStatement({
      sid: 'ReadInvoices',
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects(`${INVOICE_PREFIX}*`)],
    }),
  );
  // Who may not list is told 403 for what is missing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
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
