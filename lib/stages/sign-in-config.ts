import { z } from 'zod';
import { httpsUrl } from './https-url.ts';

/** A page of the shop that a browser returns to. It uses TLS unless it is on a developer's machine. */
const page = z
  .url({
    protocol: /^https?$/,
    error: 'a URL that starts with https:// or http://localhost',
    abort: true,
  })
  .refine((url) => /^(https:|http:\/\/localhost[:/])/.test(url), 'a URL that starts with https:// or http://localhost')
  .refine((url) => !url.includes('#'), 'a URL without a fragment, as Cognito requires');

const COGNITO_NAMES = ['COGNITO', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple'];

/** The name of an identity provider. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
const providerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{3,32}$/, '3 to 32 letters, digits and hyphens')
  .refine(
    (name) => !COGNITO_NAMES.includes(name),
    `a name other than those of Cognito's own providers, ${COGNITO_NAMES.join(', ')}`,
  );

const identityProvider = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saml'),
    name: providerName,
    /** The address of the provider's SAML metadata. */
    metadataUrl: httpsUrl,
  }),
  z.strictObject({
    kind: z.literal('oidc'),
    name: providerName,
    issuerUrl: httpsUrl,
    /** The platform's client id at the provider. */
    clientId: z.string().min(1).max(255),
    /** The name of the secret in Secrets Manager that holds the platform's client secret at the provider. */
    clientSecretName: z.string().min(1).max(512),
  }),
]);

/** Configuration of customers' sign-in. */
export const signInConfig = z.strictObject({
  /** Multi-factor authentication with an authenticator app. */
  mfa: z.enum(['off', 'optional', 'required']),
  /** The pages that browsers may return to after sign-in. */
  callbackUrls: z.array(page).min(1).max(100),
  /** The pages that browsers may return to after sign-out. */
  logoutUrls: z.array(page).min(1).max(100),
  /** Enables sign-in with a password alone, for the demo and the tests. Not valid if the stage serves customers. */
  passwordSignIn: z.boolean(),
  /** Other identity providers that customers may sign in with. */
  federation: z
    .array(identityProvider)
    .max(10)
    .superRefine((providers, context) => {
      for (const [index, { name }] of providers.entries()) {
        if (providers.findIndex((other) => other.name === name) === index) continue;
        const message = 'a name that is not listed twice';
        context.addIssue({ code: 'custom', path: [index, 'name'], input: name, message });
      }
    }),
});

/** Configuration of customers' sign-in. */
export type SignInConfig = z.infer<typeof signInConfig>;
