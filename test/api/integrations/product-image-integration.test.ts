import { productImageKey } from '../../../lambda/documents/product-image-key.ts';
import { image } from './every-integration.ts';
import { answerTo, DOCUMENTS, statementsOf, uriParts } from './served-integration.ts';

describe("a product's image", () => {
  const { method, template } = image;

  test('is stored under its SKU, without a function', () => {
    expect(method.Integration).toMatchObject({ Type: 'AWS', IntegrationHttpMethod: 'PUT' });
    expect(uriParts(method).at(-1)).toBe(`/${productImageKey('{sku}')}`);
    expect(template.findResources('AWS::Lambda::Function')).toEqual({});
  });

  test('keeps its content type and is an attachment, which no browser shows as a page', () => {
    expect(method.Integration.RequestParameters).toEqual({
      'integration.request.path.sku': 'method.request.path.sku',
      'integration.request.header.Content-Type': 'method.request.header.Content-Type',
      'integration.request.header.Content-Disposition': "'attachment'",
    });
    expect(method.RequestParameters).toEqual({
      'method.request.path.sku': true,
      'method.request.header.Content-Type': true,
    });
  });

  test('is stored byte for byte: no mapping template changes it', () => {
    expect(method.Integration.RequestTemplates).toBeUndefined();
    expect(method.Integration.ContentHandling).toBeUndefined();
    expect(method.Integration.PassthroughBehavior).toBe('WHEN_NO_TEMPLATES');
  });

  test('may be stored under the prefix of images; the role allows nothing else', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Sid: 'StoreImages',
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: { 'Fn::Join': ['', [DOCUMENTS.arn, '/product-images/*']] },
          },
        ],
      },
    });
    expect(statementsOf(template)).toHaveLength(1);
  });

  test.each([
    [200, '204'],
    [400, '400'],
    [403, '502'],
    [503, '502'],
  ])('if S3 responds %d, the caller receives %s', (backendStatus, status) => {
    expect(answerTo(method, backendStatus)?.StatusCode).toBe(status);
  });
});
