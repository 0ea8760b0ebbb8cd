import { z } from 'zod';

/** A page of a shop that a browser returns to: over TLS, but for a developer's own machine. */
const page = z
  .url({
    protocol: /^https?$/,
    error: 'an address that begins with https://, or with http://localhost',
    abort: true,
  })
  .refine(
    (url) => /^(https:|http:\/\/localhost[:/])/.test(url),
    'an address that begins with https://, or with http://localhost',
  )
  .refine((url) => !url.includes('#'), 'an address without a fragment, which Cognito would refuse');

const https = z.url({ protocol: /^https$/, error: 'an address that begins with https://' });

const COGNITO_NAMES = ['COGNITO', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple'];

/** The name of an identity provider. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
const providerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{3,32}$/, '3 to 32 letters, digits and hyphens')
  .refine((name) => !COGNITO_NAMES.includes(name), `none of Cognito's own names, ${COGNITO_NAMES.join(', ')}`);

const identityProvider = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saml'),
    name: providerName,
    /** Where the provider publishes its metadata. */
    metadataUrl: https,
  }),
  z.strictObject({
    kind: z.literal('oidc'),
    name: providerName,
    issuerUrl: https,
    /** The platform's name with the provider. */
    clientId: z.string().min(1).max(255),
    /** The secret of Secrets Manager with the platform's password at the provider. */
    clientSecretName: z.string().min(1).max(512),
  }),
]);

/** How customers sign in. */
export const signInConfig = z.strictObject({
  /** Whether a second factor, an authenticator app, is not asked for, may be used, or must be. */
  mfa: z.enum(['off', 'optional', 'required']),
  /** Where browsers may return to after they signed in. */
  callbackUrls: z.array(page).min(1).max(100),
  /** Where browsers may return to after they signed out. */
  logoutUrls: z.array(page).min(1).max(100),
  /** Whether the demo and the tests may sign in with a password, without a browser; never if the stage serves customers. */
  passwordSignIn: z.boolean(),
  /** Who else may vouch for customers. */
  federation: z
    .array(identityProvider)
    .max(10)
    .superRefine((providers, context) => {
      for (const [index, { name }] of providers.entries()) {
        if (providers.findIndex((other) => other.name === name) === index) continue;
        const message = 'a name that is not listed before';
        context.addIssue({ code: 'custom', path: [index, 'name'], input: name, message });
      }
    }),
});

/** How customers sign in. */
export type SignInConfig = z.infer<typeof signInConfig>;
