import { randomUUID } from 'node:crypto';
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DetachUserPolicyCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import type { StageConfig } from '../lib/stages/stage-config.ts';
import { asOperator, type Credentials } from './credentials.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** The outputs with the managed policies of the operators' duties. */
export type OperatorPolicy = 'PriceManagersPolicyArn' | 'ApproversPolicyArn';

/** An operator of a deployed stage: an IAM user who is named by an email address and has nothing but these policies. */
export class DemoOperator {
  /** Credentials for an `ApiClient`. */
  readonly credentials: Credentials;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;

  readonly #iam: IAMClient;
  readonly #email: string;
  readonly #policyArns: readonly string[];

  private constructor(iam: IAMClient, region: string, email: string, policyArns: readonly string[], key: AccessKey) {
    this.#iam = iam;
    this.#email = email;
    this.#policyArns = policyArns;
    this.accessKeyId = key.accessKeyId;
    this.secretAccessKey = key.secretAccessKey;
    this.credentials = asOperator(region, key);
  }

  /** Creates an operator. On AWS, it takes seconds until the access key is accepted everywhere. */
  static async of(
    { region }: StageConfig,
    outputs: StackOutputs,
    policies: readonly OperatorPolicy[],
    email = `${randomUUID()}@example.com`,
  ): Promise<DemoOperator> {
    const iam = new IAMClient({ region });
    const policyArns = policies.map((policy) => outputs.get(policy));
    await iam.send(new CreateUserCommand({ UserName: email }));
    for (const PolicyArn of policyArns) await iam.send(new AttachUserPolicyCommand({ UserName: email, PolicyArn }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: email }));
    const key = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
    return new DemoOperator(iam, region, email, policyArns, key);
  }

  /** Removes the operator. */
  async leave(): Promise<void> {
    const UserName = this.#email;
    await this.#iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: this.accessKeyId }));
    for (const PolicyArn of this.#policyArns)
      await this.#iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
    await this.#iam.send(new DeleteUserCommand({ UserName }));
  }
}

interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}
