import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoCustomerEmails } from '../../../lambda/orders/approvals/cognito-customer-emails.ts';
import type { HttpRequest } from '../../aws/http.ts';
import { jsonAnswer, jsonRequest } from '../../aws/json-protocol.ts';

interface ListUsers {
  readonly UserPoolId: string;
  readonly Filter?: string;
  readonly AttributesToGet?: readonly string[];
}

/** The customers of a user pool, by their ids. */
const POOL: Record<string, Record<string, string>> = {
  ann: { email: 'ann@example.com', name: 'Ann' },
  bob: { email: 'bob@example.com', name: 'Bob' },
  eve: { name: 'Eve' },
};

function listUsers({ UserPoolId, Filter = '', AttributesToGet = [] }: ListUsers): object {
  const found = Object.entries(POOL).filter(
    ([sub]) => UserPoolId === 'pool' && (!Filter || Filter === `sub = "${sub}"`),
  );
  const attributesOf = (user: Record<string, string>) =>
    Object.entries(user).filter(([name]) => AttributesToGet.includes(name));
  return {
    Users: found.map(([, user]) => ({ Attributes: attributesOf(user).map(([Name, Value]) => ({ Name, Value })) })),
  };
}

const client = new CognitoIdentityProviderClient({
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  requestHandler: {
    handle: async (request: HttpRequest) => ({
      response: await jsonAnswer(() => listUsers(jsonRequest(request).input as ListUsers)),
    }),
  },
});

test.each([
  ['ann', 'ann@example.com'],
  ['bob', 'bob@example.com'],
  ['eve', undefined],
  ['partner-acme', undefined],
])('the email address of the customer %s is %s', async (customerId, email) => {
  expect(await new CognitoCustomerEmails(client, 'pool').emailOf(customerId)).toBe(email);
});
