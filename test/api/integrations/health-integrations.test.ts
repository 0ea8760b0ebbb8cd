import { health, providerHealth } from './every-integration.ts';
import { answerTo, bodyOf, documentOf } from './served-integration.ts';

describe("the payment provider's health", () => {
  const { method } = providerHealth;

  test("is requested from the provider's URL with a timeout of 5 seconds", () => {
    expect(method.Integration).toMatchObject({
      Type: 'HTTP',
      IntegrationHttpMethod: 'GET',
      Uri: 'https://pay.example.com/health',
      TimeoutInMillis: 5_000,
    });
  });

  test('is UP if the provider responds 200', () => {
    expect(answerTo(method, 200)?.StatusCode).toBe('200');
    expect(JSON.parse(bodyOf(answerTo(method, 200)))).toEqual({ status: 'UP' });
  });

  test.each([204, 302, 401, 404, 500])('is a problem if the provider responds %d', (status) => {
    expect(documentOf(method, status)).toMatchObject({ status: 503 });
    expect(answerTo(method, status)?.ResponseParameters['method.response.header.Retry-After']).toBe("'5'");
  });
});

describe("the API's health", () => {
  const { method } = health;

  test('is UP without a backend', () => {
    expect(method.Integration).toMatchObject({
      Type: 'MOCK',
      RequestTemplates: { 'application/json': '{"statusCode":200}' },
    });
    expect(JSON.parse(bodyOf(answerTo(method, 200)))).toEqual({ status: 'UP' });
  });

  test('refuses a body of another type', () => {
    expect(method.Integration.PassthroughBehavior).toBe('NEVER');
  });
});
