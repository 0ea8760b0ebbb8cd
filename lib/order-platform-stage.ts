import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessDataStack } from './access/access-data-stack.ts';
import { AccountStack } from './account/account-stack.ts';
import { AlarmsStack } from './alarms/alarms-stack.ts';
import { AnalyticsDataStack } from './analytics/analytics-data-stack.ts';
import { AnalyticsStack } from './analytics/analytics-stack.ts';
import { ApiStack } from './api/api-stack.ts';
import { DocumentsDataStack } from './documents/documents-data-stack.ts';
import { DocumentsReplicaStack } from './documents/documents-replica-stack.ts';
import { DocumentsStack } from './documents/documents-stack.ts';
import { MessagingDataStack } from './messaging/messaging-data-stack.ts';
import { MessagingStack } from './messaging/messaging-stack.ts';
import { NetworkStack } from './network/network-stack.ts';
import { OrdersDataStack } from './orders/orders-data-stack.ts';
import { OrdersStack } from './orders/orders-stack.ts';
import { PaymentsDataStack } from './payments/payments-data-stack.ts';
import { PaymentsStack } from './payments/payments-stack.ts';
import type { StageConfig } from './stages/stage-config.ts';

/** One deployment of the platform: a stack per capability, and a separate stack for the data of a capability. */
export class OrderPlatformStage extends Stage {
  constructor(scope: Construct, stage: StageConfig) {
    super(scope, stage.name);

    const account = new AccountStack(this, 'account', { stage });
    const { alarmTopic } = new AlarmsStack(this, 'alarms', { stage });
    const network = new NetworkStack(this, 'network', { stage });

    const ordersData = new OrdersDataStack(this, 'orders-data', { stage });
    const paymentsData = new PaymentsDataStack(this, 'payments-data', { stage });
    const payments = new PaymentsStack(this, 'payments', {
      stage,
      network,
      data: paymentsData,
      readOrders: ordersData.bindings.readOrders,
      moveOrders: ordersData.bindings.moveOrders,
      alarmTopic,
    });
    const { workflow } = new OrdersStack(this, 'orders', { stage, data: ordersData, payments, alarmTopic });

    const analyticsData = new AnalyticsDataStack(this, 'analytics-data', { stage });
    const analytics = new AnalyticsStack(this, 'analytics', { stage, data: analyticsData, alarmTopic });

    const messagingData = new MessagingDataStack(this, 'messaging-data', { stage });
    const { orderTopic } = new MessagingStack(this, 'messaging', {
      stage,
      orders: ordersData,
      data: messagingData,
      putOrderEvents: analytics.putOrderEvents,
      alarmTopic,
    });

    const replica = new DocumentsReplicaStack(this, 'documents-replica', { stage });
    const documentsData = new DocumentsDataStack(this, 'documents-data', { stage });
    documentsData.addStackDependency(replica);
    new DocumentsStack(this, 'documents', { stage, data: documentsData, orderTopic, alarmTopic });

    const access = new AccessDataStack(this, 'access-data', { stage });
    const api = new ApiStack(this, 'api', {
      stage,
      access,
      orders: ordersData,
      workflow,
      documents: documentsData,
      analytics,
      payments,
      alarmTopic,
    });
    api.addStackDependency(account);
  }
}
