import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { validateStage } from '../../lib/stages/validate-stage.ts';

const withSignIn = (signIn: object) => ({ ...dev, signIn: { ...dev.signIn, ...signIn } });
const withPartners = (partners: object) => ({ ...dev, partners: { ...dev.partners, ...partners } });
const saml = { kind: 'saml', name: 'Staff', metadataUrl: 'https://sso.example.com/metadata.xml' };
const oidc = {
  kind: 'oidc',
  name: 'Friends',
  issuerUrl: 'https://id.example.com',
  clientId: 'order-platform',
  clientSecretName: 'friends/client-secret',
};

test.each(['COGNITO', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple'])(
  'refuses a provider of the name %s, which Cognito has given',
  (name) => {
    expect(() => validateStage(withSignIn({ federation: [{ ...saml, name }] }))).toThrow('signIn.federation[0].name');
  },
);

test('accepts identity providers of both kinds', () => {
  const stage = withSignIn({ federation: [saml, oidc] });
  expect(validateStage(stage)).toEqual(stage);
});

test.each<[string, object, string]>([
  [
    'a page without TLS',
    withSignIn({ callbackUrls: ['http://shop.example.com/signed-in'] }),
    'signIn.callbackUrls[0]: received "http://shop.example.com/signed-in", expected a URL that starts with https:// or http://localhost',
  ],
  [
    'a page without TLS on a host whose name starts with localhost',
    withSignIn({ logoutUrls: ['http://localhost.example.com/'] }),
    'signIn.logoutUrls[0]: received "http://localhost.example.com/"',
  ],
  [
    'a page with a fragment',
    withSignIn({ callbackUrls: ['https://shop.example.com/#signed-in'] }),
    'signIn.callbackUrls[0]: received "https://shop.example.com/#signed-in", expected a URL without a fragment',
  ],
  ['no page to return to', withSignIn({ callbackUrls: [] }), 'signIn.callbackUrls: received []'],
  [
    'sign-in with a password in prod',
    { ...prod, signIn: { ...prod.signIn, passwordSignIn: true } },
    'signIn.passwordSignIn: received true, expected false: customers of prod sign in with a browser',
  ],
  [
    'two providers of one name',
    withSignIn({ federation: [saml, { ...oidc, name: 'Staff' }] }),
    'signIn.federation[1].name: received "Staff", expected a name that is not listed twice',
  ],
  [
    "a provider of Cognito's own name",
    withSignIn({ federation: [{ ...saml, name: 'COGNITO' }] }),
    'signIn.federation[0].name: received "COGNITO"',
  ],
  [
    'metadata without TLS',
    withSignIn({ federation: [{ ...saml, metadataUrl: 'http://sso.example.com/metadata.xml' }] }),
    'signIn.federation[0].metadataUrl: received "http://sso.example.com/metadata.xml"',
  ],
  ['an unknown second factor', withSignIn({ mfa: 'sms' }), 'signIn.mfa: received "sms", expected one of'],
  [
    'keys without TLS',
    withPartners({ keySet: { kind: 'jwks', url: 'http://partners.example.com/jwks.json' } }),
    'partners.keySet.url: received "http://partners.example.com/jwks.json"',
  ],
  [
    'a cache time longer than the maximum of API Gateway, an hour',
    withPartners({ authorizerCacheSeconds: 3_601 }),
    'partners.authorizerCacheSeconds: received 3601',
  ],
])('refuses %s, with the field, the value and the expected value', (_, candidate, message) => {
  expect(() => validateStage(candidate)).toThrow(message);
});
