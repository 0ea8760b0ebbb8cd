import { createHash, randomBytes } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { signUp } from '../../client/sign-up.ts';
import { local } from '../../lib/stages/local.ts';
import type { Deployed } from './deployed.ts';

const cognito = new CognitoIdentityProviderClient({ region: local.region });

/** A new customer for a test, with the password to sign in with. */
async function newUser({ outputs }: Deployed): Promise<{ email: string; password: string }> {
  const email = `${crypto.randomUUID()}@example.com`;
  return { email, password: await signUp(cognito, outputs.get('UserPoolId'), email) };
}

/** The access token of a customer who signs in with a browser, for the requested scopes. */
export async function browserToken(platform: Deployed, scope: string): Promise<string> {
  const { email, password } = await newUser(platform);
  const verifier = randomBytes(32).toString('base64url');
  const [redirect_uri = ''] = local.signIn.callbackUrls;
  const request = {
    client_id: platform.outputs.get('BrowserClientId'),
    redirect_uri,
    response_type: 'code',
    scope,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  const page = await fetch(`${process.env.AWS_ENDPOINT_URL}/oauth2/authorize?${new URLSearchParams(request)}`);
  if (page.status !== 200) throw new Error(`the sign-in page answered ${page.status}: ${await page.text()}`);
  const submitted = await post('/login', { ...request, username: email, password });
  const code = new URL(submitted.headers.get('location') ?? '', redirect_uri).searchParams.get('code');
  if (!code) throw new Error(`the sign-in was answered with ${submitted.status} and no code`);
  const { client_id } = request;
  const grant = { grant_type: 'authorization_code', client_id, redirect_uri, code, code_verifier: verifier };
  const { access_token: token } = (await (await post('/oauth2/token', grant)).json()) as { access_token?: string };
  if (!token) throw new Error('the code was answered with no access token');
  return token;
}

function post(path: string, form: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(`${process.env.AWS_ENDPOINT_URL}${path}`, { method: 'POST', body, redirect: 'manual' });
}

/**
 * The access token, with the scopes of orders, of a client whose tokens are valid for five seconds: long enough for one request.
 *
 * The minimum of Cognito is five minutes; the emulator accepts any value.
 */
export async function shortLivedToken(platform: Deployed): Promise<string> {
  const { email, password } = await newUser(platform);
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: platform.outputs.get('UserPoolId'),
      ClientName: `short-lived-${crypto.randomUUID()}`,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 5,
      TokenValidityUnits: { AccessToken: 'seconds' },
    }),
  );
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: UserPoolClient?.ClientId,
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );
  return AuthenticationResult?.AccessToken ?? '';
}
