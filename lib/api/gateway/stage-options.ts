import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { PlatformLogGroup } from '../../platform/platform-log-group.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import { API_VERSION, OPERATIONS } from '../operations/index.ts';
import type { Operation } from '../operations/operation.ts';
import { ACCESS_LOG_FORMAT } from './access-log.ts';

/** The options of the API's stage: throttling, caching, logs and traces. */
export function stageOptions(scope: Construct, stage: StageConfig): apigateway.StageOptions {
  const { cache } = stage.api;
  refuseUnknownOperations(stage);
  // A certificate is valid for a year. https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html
  const certificate = new apigateway.CfnClientCertificate(scope, 'ClientCertificate', {
    description: `Authenticates the order API to the payment provider (${stage.name}).`,
  });
  return {
    stageName: API_VERSION,
    description: 'Version 1 of the order API.',
    tracingEnabled: true,
    clientCertificateId: certificate.ref,
    accessLogDestination: new apigateway.LogGroupLogDestination(new PlatformLogGroup(scope, 'AccessLog', { stage })),
    accessLogFormat: ACCESS_LOG_FORMAT,
    ...(cache && { cacheClusterEnabled: true, cacheClusterSize: cache.sizeGb }),
    ...methodSettings(stage),
    // The settings of a method replace those of the stage, so each repeats all of them.
    methodOptions: Object.fromEntries(
      OPERATIONS.filter(({ id, cached }) => (cache && cached) || stage.throttle.operations?.[id]).map((operation) => [
        `${operation.path}/${operation.method}`,
        methodSettings(stage, operation),
      ]),
    ),
  };
}

function methodSettings(
  { api: { cache }, throttle }: StageConfig,
  operation?: Operation,
): apigateway.MethodDeploymentOptions {
  const { requestsPerSecond, burst } = throttle.operations?.[operation?.id ?? ''] ?? throttle;
  return {
    throttlingRateLimit: requestsPerSecond,
    throttlingBurstLimit: burst,
    loggingLevel: apigateway.MethodLoggingLevel.ERROR,
    // Logs of whole requests would hold tokens and what customers buy.
    dataTraceEnabled: false,
    metricsEnabled: true,
    cachingEnabled: false,
    ...(cache &&
      operation?.cached && {
        cachingEnabled: true,
        cacheTtl: Duration.seconds(cache.ttlSeconds),
        cacheDataEncrypted: true,
      }),
  };
}

function refuseUnknownOperations({ throttle }: StageConfig): void {
  const known = OPERATIONS.map(({ id }) => id);
  const unknown = Object.keys(throttle.operations ?? {}).find((id) => !known.includes(id));
  if (!unknown) return;
  throw new Error(`'throttle.operations' must name operations of the API (${known.join(', ')}), got "${unknown}"`);
}
