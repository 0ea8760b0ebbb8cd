import { DynamoDb } from '../aws/dynamodb/dynamodb.ts';
import { dynamoDbService } from '../aws/dynamodb/dynamodb-service.ts';
import type { HttpRequest } from '../aws/http.ts';
import { type DataStream, kinesis } from '../aws/kinesis.ts';
import { type Bucket, S3 } from '../aws/s3.ts';
import { secretsManager } from '../aws/secrets-manager.ts';
import type { Service } from '../aws/service.ts';
import { Sns, type Topic } from '../aws/sns.ts';
import { type Executions, stepFunctions } from '../aws/step-functions.ts';
import { userPools } from '../aws/user-pools.ts';
import type { InMemoryPayments } from '../payments/in-memory-payments.ts';
import { PaymentsService } from '../payments/payments-service.ts';
import type { SentRequest } from './fault-injector.ts';
import type { Workflow } from './workflow.ts';

/** The credential of the platform at the payment provider. */
const CREDENTIAL = 'the-credential-of-the-simulated-platform';
const AWS_HOST = /^(?:.*\.)?([a-z0-9-]+)\.eu-central-1\.amazonaws\.com$/;

/** The data and the receivers behind the services of a stage. */
export interface CloudParts {
  readonly executions: Executions;
  readonly topics: Readonly<Record<string, Topic>>;
  readonly dataStreams: Readonly<Record<string, DataStream>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly payments: InMemoryPayments;
  /** Answers a read that is not consistent, which may be late. */
  readonly stale: <T>(read: string, answer: T) => T;
}

/** The services that functions send requests to: AWS and the payment provider, in memory. */
export class Cloud {
  readonly dynamo: DynamoDb;
  readonly #services: Readonly<Record<string, Service>>;
  readonly #provider: { readonly hostname: string; readonly service: Service };

  constructor({ tables, functions }: Workflow, parts: CloudParts) {
    this.dynamo = new DynamoDb(tables);
    const { PAYMENT_PROVIDER_URL = '', PAYMENT_CREDENTIAL_SECRET = '' } =
      functions['orders/charge-payment']?.settings ?? {};
    this.#provider = {
      hostname: new URL(PAYMENT_PROVIDER_URL).hostname,
      service: new PaymentsService(parts.payments, CREDENTIAL),
    };
    this.#services = {
      'cognito-idp': userPools((sub) => `${sub}@example.com`),
      dynamodb: dynamoDbService((operation, input) => {
        const answer = this.dynamo.answer(operation, input);
        return isConsistent(operation, input)
          ? answer
          : parts.stale(JSON.stringify([operation, readIn(input)]), answer);
      }),
      kinesis: kinesis(parts.dataStreams),
      s3: new S3(parts.buckets),
      secretsmanager: secretsManager({ [PAYMENT_CREDENTIAL_SECRET]: CREDENTIAL }),
      sns: new Sns(parts.topics),
      states: stepFunctions(parts.executions),
    };
  }

  /** Finds the service that a request is sent to. */
  receive(request: HttpRequest): SentRequest {
    if (request.hostname === this.#provider.hostname) return this.#provider.service.receive(request);
    const [, name = ''] = AWS_HOST.exec(request.hostname) ?? [];
    const service = this.#services[name];
    if (!service) throw new Error(`no service is simulated at ${request.hostname}`);
    return { ...service.receive(request), sdkCall: request.headers['amz-sdk-invocation-id'] };
  }
}

interface Read {
  readonly RequestItems?: object;
  readonly TableName?: string;
  readonly Key?: object;
  readonly IndexName?: string;
  readonly ConsistentRead?: boolean;
  readonly ExpressionAttributeValues?: Readonly<Record<string, object>>;
}

/** Returns true if the answer to an operation is never late. */
function isConsistent(operation: string, input: unknown): boolean {
  const { ConsistentRead = false, IndexName } = input as Read;
  const reads = ['GetItem', 'Query', 'Scan', 'BatchGetItem'].includes(operation);
  return !reads || (ConsistentRead && !IndexName);
}

/** The subject of a read, without the time at which it is made. */
function readIn(input: unknown) {
  const { RequestItems, TableName, Key, IndexName, ExpressionAttributeValues } = input as Read;
  return [RequestItems, TableName, Key, IndexName, ExpressionAttributeValues?.[':shard']];
}
