import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';

/**
 * Signs a customer up, unless the user exists, and sets and returns a new random password.
 *
 * @throws Error if the credentials of this shell may not do it
 */
export async function signUp(cognito: CognitoIdentityProviderClient, UserPoolId: string, email: string) {
  const user = { UserPoolId, Username: email };
  const password = `Aa1!${randomBytes(18).toString('base64url')}`;
  const create = new AdminCreateUserCommand({
    ...user,
    // The address is an example: send no mail.
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  });
  try {
    await cognito.send(create).catch((error: unknown) => {
      if (!(error instanceof UsernameExistsException)) throw error;
    });
    await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  } catch (error) {
    const rights = 'cognito-idp:AdminCreateUser and cognito-idp:AdminSetUserPassword';
    throw new Error(
      `${email} cannot be signed up in user pool ${UserPoolId}, for which these credentials need ${rights}: ${(error as Error).message}`,
    );
  }
  return password;
}
