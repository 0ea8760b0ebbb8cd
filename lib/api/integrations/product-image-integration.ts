import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PRODUCT_IMAGE_PREFIX, productImageKey } from '../../../lambda/documents/product-image-key.ts';
import type { DocumentsDataStack } from '../../documents/documents-data-stack.ts';
import { answersOf } from '../answers/integration-answers.ts';
import { problemAnswer } from '../answers/problem-answer.ts';
import { IntegrationRole } from './integration-role.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** Properties for a `ProductImageIntegration`. */
export interface ProductImageIntegrationProps extends ServiceIntegrationProps {
  /** The stack of the bucket for the images. */
  readonly documents: DocumentsDataStack;
}

/**
 * Stores a product's image in the bucket, without a function; the path needs a `{sku}`.
 *
 * API Gateway accepts requests of at most 10 MB and responds 413 to a larger one.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 *
 * The content type is not checked: bytes pass unchanged only without a mapping template, and API Gateway responds 415
 * only by mapping templates. The object is stored as an attachment, so that no browser shows it as a page.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export class ProductImageIntegration extends Construct {
  /** The integration of the method. */
  public readonly integration: apigateway.Integration;
  /** The other options of the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { documents, answerHeaders }: ProductImageIntegrationProps) {
    super(scope, id);
    const { bucket } = documents;
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [
      { status: 204, backendStatus: '200' },
      problemAnswer(400, 'The SKU or the image cannot be stored.', '400'),
      problemAnswer(502, 'The image cannot be stored at the moment.'),
    ]);

    this.integration = new apigateway.AwsIntegration({
      service: 's3',
      integrationHttpMethod: 'PUT',
      path: `${bucket.bucketName}/${productImageKey('{sku}')}`,
      options: {
        credentialsRole: writingRole(this, bucket),
        passthroughBehavior: apigateway.PassthroughBehavior.WHEN_NO_TEMPLATES,
        requestParameters: {
          'integration.request.path.sku': 'method.request.path.sku',
          'integration.request.header.Content-Type': 'method.request.header.Content-Type',
          'integration.request.header.Content-Disposition': "'attachment'",
        },
        integrationResponses,
      },
    });
    this.methodOptions = {
      requestParameters: { 'method.request.path.sku': true, 'method.request.header.Content-Type': true },
      methodResponses,
    };
  }
}

function writingRole(scope: Construct, bucket: DocumentsDataStack['bucket']): iam.Role {
  const role = new IntegrationRole(scope, 'Role', 'Stores product images.');
  role.addToPolicy(
    new iam.PolicyStatement({
      sid: 'StoreImages',
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`${PRODUCT_IMAGE_PREFIX}*`)],
    }),
  );
  return role;
}
