import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { NetworkStack } from '../../lib/network/network-stack.ts';
import { OrdersDataStack } from '../../lib/orders/orders-data-stack.ts';
import { PaymentsDataStack } from '../../lib/payments/payments-data-stack.ts';
import { PaymentsStack } from '../../lib/payments/payments-stack.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { templateApp } from '../../lib/template-app.ts';

/** The payment stacks of a stage. */
export function paymentsOf(stage: StageConfig) {
  const app = templateApp();
  const alarms = new Stack(app, 'alarms', { env: { account: stage.account, region: stage.region } });
  const alarmTopic = new sns.Topic(alarms, 'AlarmTopic');
  const network = new NetworkStack(app, 'network', { stage });
  const { readOrders, moveOrders } = new OrdersDataStack(app, 'orders-data', { stage }).bindings;
  const data = new PaymentsDataStack(app, 'payments-data', { stage });
  const payments = new PaymentsStack(app, 'payments', { stage, network, data, readOrders, moveOrders, alarmTopic });
  return {
    network,
    data,
    payments,
    inData: Template.fromStack(data),
    inPayments: Template.fromStack(payments),
  };
}
