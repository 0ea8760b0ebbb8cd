import { prod } from '../../lib/stages/prod.ts';
import { anApi } from './an-api.ts';

const domain = {
  name: 'api.example.com',
  certificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/0b8e5f0e-6a0f-4d5c-9d3e-0f6f3c1c7a52',
};

test('a domain name serves the API below its version with TLS 1.2 or later', () => {
  const { template } = anApi({ stage: { ...prod, api: { ...prod.api, domain } } });
  template.hasResourceProperties('AWS::ApiGateway::DomainName', {
    DomainName: 'api.example.com',
    SecurityPolicy: 'TLS_1_2',
    RegionalCertificateArn: domain.certificateArn,
  });
  template.hasResourceProperties('AWS::ApiGateway::BasePathMapping', { BasePath: 'v1' });
});

test('without a domain name the API has only its execute-api address, below its version too', () => {
  const { template } = anApi();
  expect(template.findResources('AWS::ApiGateway::DomainName')).toEqual({});
  template.hasResourceProperties('AWS::ApiGateway::Stage', { StageName: 'v1' });
});
