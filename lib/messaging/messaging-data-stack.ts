import { CfnOutput } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { type Binding, binding } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for a `MessagingDataStack`. */
export interface MessagingDataStackProps {
  /** The stage of the customers. */
  readonly stage: StageConfig;
}

/** The notices to customers about their orders. */
export class MessagingDataStack extends CapabilityStack {
  /** The notices of each customer, one per event. */
  public readonly notices: dynamodb.Table;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage }: MessagingDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'messaging',
      description: 'Notices to the customers of the order platform about their orders.',
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

  /** Writes notices. */
  public get writeNotices(): Binding<'NOTICES_TABLE' | 'NOTICE_DAYS'> {
    const { noticeDays } = this.#stage.retention;
    return binding({ NOTICES_TABLE: this.notices.tableName, NOTICE_DAYS: String(noticeDays) }, (notifier) =>
      this.notices.grant(notifier, 'dynamodb:PutItem'),
    );
  }
}
