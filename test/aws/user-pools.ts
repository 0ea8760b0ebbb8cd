import { JsonService } from './json-service.ts';
import { answerOf } from './step-functions.ts';

interface Input {
  readonly UserPoolId: string;
  readonly Filter: string;
}

/** Cognito user pools in memory: the email address of a user by the user's `sub`. */
export function userPools(emailOf: (sub: string) => string | undefined): JsonService {
  const answers = {
    ListUsers: ({ Filter }: Input) => {
      const email = emailOf(/^sub = "(.*)"$/.exec(Filter)?.[1] ?? '');
      return { Users: email ? [{ Attributes: [{ Name: 'email', Value: email }] }] : [] };
    },
  };
  return new JsonService(
    'Cognito',
    ({ UserPoolId }: Input) => UserPoolId,
    (operation, input) => answerOf(answers, operation)(input),
  );
}
