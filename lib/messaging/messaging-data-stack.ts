import { CfnOutput } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for a `MessagingDataStack`. */
export interface MessagingDataStackProps {
  /** The stage whose customers are told. */
  readonly stage: StageConfig;
}

/** What customers were told of their orders. */
export class MessagingDataStack extends CapabilityStack {
  /** The customers' inboxes: a notice an event. */
  public readonly notices: dynamodb.Table;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage }: MessagingDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'messaging',
      description: 'What the customers of the order platform were told of their orders.',
      stateful: true,
    });
    this.#stage = stage;
    this.notices = new PlatformTable(this, 'Notices', {
      stage,
      partitionKey: { name: 'customerId', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'noticeId', type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
    });
    new CfnOutput(this, 'NoticesTable', { value: this.notices.tableName });
  }

  /** Lets a function write notices, and tells it where and for how long. */
  public grantNotify(notifier: lambda.Function): iam.Grant {
    notifier.addEnvironment('NOTICES_TABLE', this.notices.tableName);
    notifier.addEnvironment('NOTICE_DAYS', String(this.#stage.retention.noticeDays));
    return this.notices.grant(notifier, 'dynamodb:PutItem');
  }
}
