import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AccessDataStack } from '../access/access-data-stack.ts';
import { PartnerAuthorizer } from '../access/partner-authorizer.ts';
import type { AnalyticsStack } from '../analytics/analytics-stack.ts';
import type { DocumentsDataStack } from '../documents/documents-data-stack.ts';
import type { OrderWorkflow } from '../orders/order-workflow.ts';
import type { OrdersDataStack } from '../orders/orders-data-stack.ts';
import type { PaymentsStack } from '../payments/payments-stack.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { DutyPolicy } from './access/duty-policy.ts';
import { PARTNER_ROUTES } from './access/method-arns.ts';
import { OrderApi } from './gateway/order-api.ts';
import { HealthIntegration } from './integrations/health-integration.ts';
import { ProviderHealthIntegration } from './integrations/provider-health-integration.ts';
import { ShopEventsIntegration } from './integrations/shop-events-integration.ts';
import { eventOperations } from './operations/event-operations.ts';
import { healthOperations } from './operations/health-operations.ts';
import { ApprovalRoutes } from './routes/approval-routes.ts';
import { OrderRoutes } from './routes/order-routes.ts';
import { ProductRoutes } from './routes/product-routes.ts';

/** Properties for an `ApiStack`. */
export interface ApiStackProps {
  /** The stage to serve. */
  readonly stage: StageConfig;
  /** The customers and partners. */
  readonly access: AccessDataStack;
  /** The orders. */
  readonly orders: OrdersDataStack;
  /** The workflow that waits for the operators' decisions. */
  readonly workflow: OrderWorkflow;
  /** The bucket of invoices and product images. */
  readonly documents: DocumentsDataStack;
  /** The stream of web shop events. */
  readonly analytics: AnalyticsStack;
  /** The payment provider. */
  readonly payments: PaymentsStack;
  /** The topic of the alarms. */
  readonly alarmTopic: sns.ITopic;
}

/** The number of failures within five minutes that fires the alarm. */
const TOO_MANY_FAILURES = 5;

/** The REST API for customers, partners, web shops and operators. */
export class ApiStack extends CapabilityStack {
  constructor(scope: Construct, id: string, props: ApiStackProps) {
    const { stage, access, orders, workflow, documents } = props;
    super(scope, id, { stage, description: 'The REST API of the order platform.' });

    const api = new OrderApi(this, 'OrderApi', {
      stage,
      authorizers: {
        customer: new apigateway.CognitoUserPoolsAuthorizer(this, 'Customers', { cognitoUserPools: [access.userPool] }),
        partner: new PartnerAuthorizer(this, 'Partners', { stage, data: access, routes: PARTNER_ROUTES }).authorizer,
      },
    });
    new OrderRoutes(this, 'Orders', { stage, api, orders, workflow, documents });
    new ProductRoutes(this, 'Products', { stage, api, orders, documents });
    new ApprovalRoutes(this, 'Approvals', { stage, api, orders, workflow, userPool: access.userPool });

    const { answerHeaders } = api;
    const events = new ShopEventsIntegration(this, 'Events', { stream: props.analytics.shopEvents, answerHeaders });
    api.serve(eventOperations.putEvents, events.integration, events.methodOptions);
    const health = new HealthIntegration(this, 'Health', { answerHeaders });
    api.serve(healthOperations.getHealth, health.integration, health.methodOptions);
    const providerHealth = new ProviderHealthIntegration(this, 'ProviderHealth', {
      url: props.payments.providerUrl,
      answerHeaders,
    });
    api.serve(healthOperations.getProviderHealth, providerHealth.integration, providerHealth.methodOptions);

    const { restApi } = api;
    new DutyPolicy(this, 'PriceManagersPolicy', { stage, restApi, duty: 'price-manager' });
    new DutyPolicy(this, 'ApproversPolicy', { stage, restApi, duty: 'approver' });
    new RunbookAlarm(this, 'Failures', {
      metric: api.restApi.metricServerError({ period: Duration.minutes(5), statistic: 'sum' }),
      description: 'The API responded to requests with server errors (5xx).',
      runbook: 'api-failures',
      threshold: TOO_MANY_FAILURES,
      alarmTopic: props.alarmTopic,
    });
    new CfnOutput(this, 'ApiUrl', { value: api.restApi.url, description: 'The URL of the API.' });
  }
}
