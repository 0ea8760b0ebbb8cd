import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { ServiceMethodOptions } from '../../../lib/api/integrations/service-integration.ts';
import { binaryTypes } from '../../../lib/api/methods/binary-types.ts';
import { OPERATIONS } from '../../../lib/api/operations/index.ts';
import { DocumentsDataStack } from '../../../lib/documents/documents-data-stack.ts';
import { CapabilityStack } from '../../../lib/platform/capability-stack.ts';
import { prod } from '../../../lib/stages/prod.ts';
import { templateApp } from '../../../lib/template-app.ts';

/** Common headers, one of them with quotes in its value. */
export const ANSWER_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
  'access-control-allow-origin': 'https://shop.example.com',
};

interface IntegrationResponse {
  readonly StatusCode: string;
  readonly SelectionPattern?: string;
  readonly ContentHandling?: string;
  readonly ResponseParameters: Record<string, string>;
  readonly ResponseTemplates?: Record<string, string>;
}

/** A method in CloudFormation. */
export interface ServedMethod {
  readonly RequestParameters?: Record<string, boolean>;
  readonly Integration: {
    readonly Type: string;
    readonly Uri?: unknown;
    readonly Credentials?: unknown;
    readonly PassthroughBehavior?: string;
    readonly RequestParameters?: Record<string, string>;
    readonly RequestTemplates?: Record<string, unknown>;
    readonly IntegrationResponses: IntegrationResponse[];
    readonly [other: string]: unknown;
  };
  readonly MethodResponses: { readonly StatusCode: string; readonly ResponseParameters: Record<string, boolean> }[];
}

/** The stacks around an integration under test. */
export interface Surroundings {
  /** The stack of the API. */
  readonly stack: CapabilityStack;
  /** The stack of documents. */
  readonly documents: DocumentsDataStack;
}

/** Adds an integration to a small API; returns its method and the template of the API's stack. */
export function serve(
  httpMethod: string,
  path: string,
  build: (surroundings: Surroundings) => { integration: apigateway.Integration; methodOptions: ServiceMethodOptions },
): { method: ServedMethod; template: Template } {
  const app = templateApp();
  const documents = new DocumentsDataStack(app, 'documents-data', { stage: prod });
  const stack = new CapabilityStack(app, 'test', { stage: prod, description: 'Holds a construct under test.' });
  const api = new apigateway.RestApi(stack, 'Api', {
    cloudWatchRole: false,
    binaryMediaTypes: binaryTypes(OPERATIONS),
  });
  const { integration, methodOptions } = build({ stack, documents });
  api.root.resourceForPath(path).addMethod(httpMethod, integration, methodOptions);
  const template = Template.fromStack(stack);
  const [resource] = Object.values(template.findResources('AWS::ApiGateway::Method'));
  return { method: resource?.Properties as ServedMethod, template };
}

/** The statements of the one role of a stack. */
export function statementsOf(template: Template): unknown[] {
  return Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
}

/** The response to a status of the backend: the first whose pattern matches it, else the default. */
export function answerTo(method: ServedMethod, backendStatus: number): IntegrationResponse | undefined {
  const responses = method.Integration.IntegrationResponses;
  return (
    responses.find(
      ({ SelectionPattern: pattern }) => pattern && new RegExp(`^(${pattern})$`).test(`${backendStatus}`),
    ) ?? responses.find(({ SelectionPattern: pattern }) => pattern === undefined)
  );
}

/** The mapping template of a response; empty if the body of the backend is passed through. */
export function bodyOf(answer: Pick<IntegrationResponse, 'ResponseTemplates'> | undefined): string {
  return answer?.ResponseTemplates?.['application/json'] ?? '';
}

/** The JSON of the response to a status of the backend. */
export function documentOf(method: ServedMethod, backendStatus: number): unknown {
  return JSON.parse(bodyOf(answerTo(method, backendStatus)));
}

/** The parts that the URI of an integration is joined from. */
export function uriParts(method: ServedMethod): unknown[] {
  return (method.Integration.Uri as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1];
}

/** The bucket of documents in references from another stack. */
export const DOCUMENTS = {
  arn: { 'Fn::ImportValue': Match.stringLikeRegexp('Documents[0-9A-F]{8}Arn') },
  name: { 'Fn::ImportValue': expect.stringMatching(/RefDocuments/) },
};
