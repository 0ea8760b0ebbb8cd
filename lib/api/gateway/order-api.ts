import { Size } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { corsHeaders, SECURITY_HEADERS } from '../../../lambda/api/http/response-headers.ts';
import { PlatformLogGroup } from '../../platform/platform-log-group.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import { resourcePolicy } from '../access/resource-policy.ts';
import { addProblemResponses } from '../answers/gateway-problems.ts';
import { PreflightIntegration } from '../integrations/preflight-integration.ts';
import { type Authorizers, authorization } from '../methods/authorization.ts';
import { binaryTypes } from '../methods/binary-types.ts';
import { addModel } from '../methods/json-schema-model.ts';
import { methodParameters } from '../methods/method-parameters.ts';
import { API_VERSION, OPERATIONS } from '../operations/index.ts';
import type { Operation } from '../operations/operation.ts';
import { addDomain } from './api-domain.ts';
import { KeyedPlan } from './keyed-plan.ts';
import { renewDeployment } from './renew-deployment.ts';
import { stageOptions } from './stage-options.ts';

/** The size from which responses are compressed if the client accepts it; smaller ones would grow. */
const COMPRESS_FROM = Size.kibibytes(1);

/** Properties for an `OrderApi`. */
export interface OrderApiProps {
  /** The stage to serve. */
  readonly stage: StageConfig;
  /** The authorizers of the callers who present a token. */
  readonly authorizers: Authorizers;
}

/** The REST API: everything that API Gateway does itself, independent of the backend of a route. */
export class OrderApi extends Construct {
  /** The API. `serve` adds its routes. */
  public readonly restApi: apigateway.RestApi;
  /** The headers of every response. */
  public readonly answerHeaders: Record<string, string>;

  readonly #authorizers: Authorizers;
  readonly #validators: Record<'body' | 'parameters', apigateway.IRequestValidator>;

  constructor(scope: Construct, id: string, { stage, authorizers }: OrderApiProps) {
    super(scope, id);
    this.#authorizers = authorizers;
    this.answerHeaders = { ...SECURITY_HEADERS, ...corsHeaders(stage.api.origin) };

    this.restApi = new apigateway.RestApi(this, 'Api', {
      restApiName: `${stage.name}-order-api`,
      description: `The REST API of the order platform (${stage.name}).`,
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      cloudWatchRole: false,
      binaryMediaTypes: binaryTypes(OPERATIONS),
      minCompressionSize: COMPRESS_FROM,
      policy: resourcePolicy(this, stage),
      deployOptions: stageOptions(this, stage),
    });
    this.#addExecutionLog(stage);
    this.#validators = {
      body: this.restApi.addRequestValidator('BodyAndParameters', {
        validateRequestBody: true,
        validateRequestParameters: true,
      }),
      parameters: this.restApi.addRequestValidator('Parameters', { validateRequestParameters: true }),
    };
    addProblemResponses(this.restApi, this.answerHeaders);
    new KeyedPlan(this, 'WebShop', {
      restApi: this.restApi,
      name: `${stage.name}-webShops`,
      description: 'Web shops: reading products, recording events.',
      config: stage.api.usagePlans.webShops,
    });
    new KeyedPlan(this, 'Partner', {
      restApi: this.restApi,
      name: `${stage.name}-partners`,
      description: 'Partners: placing orders.',
      config: stage.api.usagePlans.partners,
    });
    addDomain(this, stage, this.restApi);
    this.#answerPreflights();
    renewDeployment(this.restApi);
  }

  /** Adds the method of an operation, with its authorization and the validation of its requests. */
  public serve(
    operation: Operation,
    integration: apigateway.Integration,
    more: Pick<apigateway.MethodOptions, 'requestParameters' | 'methodResponses'> = {},
  ): apigateway.Method {
    const { id, method, path, access, body } = operation;
    return this.restApi.root.resourceForPath(path).addMethod(method, integration, {
      operationName: id,
      ...authorization(access, this.#authorizers),
      ...more,
      requestParameters: { ...methodParameters(operation), ...more.requestParameters },
      requestValidator: body && 'schema' in body ? this.#validators.body : this.#validators.parameters,
      ...(body && 'schema' in body && { requestModels: { 'application/json': addModel(this.restApi, body) } }),
    });
  }

  /** Creates the execution log group, because API Gateway would create one without retention. */
  #addExecutionLog(stage: StageConfig): void {
    const logGroup = new PlatformLogGroup(this, 'ExecutionLog', {
      stage,
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
      logGroupName: `API-Gateway-Execution-Logs_${this.restApi.restApiId}/${API_VERSION}`,
    });
    this.restApi.deploymentStage.node.addDependency(logGroup);
  }

  #answerPreflights(): void {
    const preflights = new Construct(this, 'Preflights');
    for (const [path, operations] of Map.groupBy(OPERATIONS, ({ path }) => path)) {
      const { integration, methodOptions } = new PreflightIntegration(preflights, path.replaceAll('/', '.'), {
        methods: operations.map(({ method }) => method),
        answerHeaders: this.answerHeaders,
      });
      this.restApi.root.resourceForPath(path).addMethod('OPTIONS', integration, {
        authorizationType: apigateway.AuthorizationType.NONE,
        ...methodOptions,
      });
    }
  }
}
