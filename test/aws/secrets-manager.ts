import { JsonService } from './json-service.ts';
import { ServiceError } from './service-error.ts';
import { answerOf } from './step-functions.ts';

interface Input {
  readonly SecretId: string;
}

/** Secrets Manager in memory: the texts of secrets by their ARNs. */
export function secretsManager(secrets: Readonly<Record<string, string>>): JsonService {
  const answers = {
    GetSecretValue: ({ SecretId }: Input) => {
      const SecretString = secrets[SecretId];
      if (SecretString === undefined) throw new ServiceError('ResourceNotFoundException', SecretId);
      return { ARN: SecretId, SecretString };
    },
  };
  return new JsonService(
    'Secrets Manager',
    ({ SecretId }: Input) => SecretId.split(':').at(-1) ?? '',
    (operation, input) => answerOf(answers, operation)(input),
  );
}
