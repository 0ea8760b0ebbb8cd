import type { APIGatewayProxyEvent } from 'aws-lambda';
import { personOf } from '../../orders/decisions/person.ts';
import { problem } from './problem.ts';
import type { Read } from './read-request.ts';

/** Reads the ARN of the operator who signed a request; an operator must be named by an email address. */
export function readOperator({ requestContext }: APIGatewayProxyEvent): Read<string> {
  const { userArn } = requestContext.identity;
  if (userArn && personOf(userArn)) return { value: userArn };
  return {
    refusal: problem(
      403,
      'Operators act under their names: the name of your role session or IAM user must be your email address.',
    ),
  };
}
