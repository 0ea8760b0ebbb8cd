import { CfnOutput } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../stages/stage-config.ts';
import { API_VERSION } from '../operations/index.ts';

/** Serves an API under the stage's domain name, if it has one, with the version as base path. */
export function addDomain(scope: Construct, { api: { domain } }: StageConfig, restApi: apigateway.RestApi): void {
  if (!domain) return;
  const domainName = new apigateway.DomainName(scope, 'Domain', {
    domainName: domain.name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
    endpointType: apigateway.EndpointType.REGIONAL,
    securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
  });
  domainName.addBasePathMapping(restApi, { basePath: API_VERSION, stage: restApi.deploymentStage });
  new CfnOutput(scope, 'DomainTarget', {
    value: domainName.domainNameAliasDomainName,
    description: `The target for the DNS record of ${domain.name}.`,
  });
}
