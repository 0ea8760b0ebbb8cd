import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { answersOf } from '../answers/integration-answers.ts';
import { problemAnswer } from '../answers/problem-answer.ts';
import { IntegrationRole } from './integration-role.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** The template of the records that a request is mapped to; `$streamName` is replaced at synth. */
export const REQUEST_TEMPLATE = templateFrom('shop-events.request.vtl');
/** The template of the response, with the result of each event. */
export const RESPONSE_TEMPLATE = templateFrom('shop-events.response.vtl');

/** Properties for a `ShopEventsIntegration`. */
export interface ShopEventsIntegrationProps extends ServiceIntegrationProps {
  /** The stream to write the events to. */
  readonly stream: kinesis.IStream;
}

/**
 * Writes the events of a web shop to a stream, one record each: a line of JSON.
 *
 * Only the model of the method checks the events: it must hold the whole schema. The method needs an API key, whose id
 * identifies the shop. A record has the extended id of the request, since the caller can choose the other one.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export class ShopEventsIntegration extends Construct {
  /** The integration of the method. */
  public readonly integration: apigateway.Integration;
  /** The other options of the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { stream, answerHeaders }: ShopEventsIntegrationProps) {
    super(scope, id);
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [
      {
        status: 202,
        backendStatus: '200',
        body: RESPONSE_TEMPLATE,
        headers: { 'Content-Type': 'application/json' },
        overrides: [207],
      },
      // The model has checked the events, so 400 means a throttled call or a fault of ours, and is no error of the caller.
      // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html#API_PutRecords_Errors
      problemAnswer(503, 'No event was accepted. Send the events again.', '400'),
      problemAnswer(502, 'No event was accepted. Send the events again.'),
    ]);

    this.integration = new apigateway.AwsIntegration({
      service: 'kinesis',
      action: 'PutRecords',
      options: {
        credentialsRole: puttingRole(this, stream),
        passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
        requestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.1'" },
        requestTemplates: { 'application/json': REQUEST_TEMPLATE.replace('$streamName', () => stream.streamName) },
        integrationResponses,
      },
    });
    this.methodOptions = { methodResponses };
  }
}

function puttingRole(scope: Construct, stream: kinesis.IStream): iam.Role {
  const role = new IntegrationRole(scope, 'Role', 'Writes web shop events to their stream.');
  role.addToPolicy(
    new iam.PolicyStatement({ sid: 'PutEvents', actions: ['kinesis:PutRecords'], resources: [stream.streamArn] }),
  );
  return role;
}

function templateFrom(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}
