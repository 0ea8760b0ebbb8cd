import { RESOURCES } from './every-stack.ts';

/** Types that lose data, an address, credentials or subscribers if they are replaced, which a new logical id causes. */
const STATEFUL = [
  'AWS::ApiGateway::ApiKey',
  'AWS::ApiGateway::RestApi',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::DynamoDB::Table',
  'AWS::EC2::EIP',
  'AWS::Glue::Database',
  'AWS::Glue::Table',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
];

test('the stateful resources of prod keep their logical ids', () => {
  const ids = RESOURCES.filter(({ stack, type }) => stack.startsWith('prod-') && STATEFUL.includes(type));
  expect(ids.map(({ where }) => where).sort()).toMatchInlineSnapshot(`
[
  "prod-access-data/BrowserClientEAA13EDE",
  "prod-access-data/Customers6955EA0A",
  "prod-access-data/CustomersSignIn1631A1C7",
  "prod-access-data/OrderScopes774B2645",
  "prod-access-data/PartnerRecordsPartners4E6139D7",
  "prod-access-data/PartnerRecordsRevokedTokens1360D16E",
  "prod-alarms/AlarmTopicD01E77F9",
  "prod-analytics-data/Lake5F1B88EA",
  "prod-analytics-data/OrderEventsDatabase80FDF3A8",
  "prod-analytics-data/OrderEventsTableC4E25E88",
  "prod-analytics-data/ShopEventsTable2E33B138",
  "prod-analytics/LakeDeliveryDeliveryStream4DFD4F96",
  "prod-analytics/OrderEvents91E7078A",
  "prod-analytics/ShopEventsA0A58B6B",
  "prod-analytics/ShopEventsDeliveryDeliveryStream388290D7",
  "prod-api/OrderApi16AEB104",
  "prod-api/OrderApiPartnerKey0B37854F",
  "prod-api/OrderApiWebShopKeyCF443A9C",
  "prod-documents-data/AccessLogs8B620ECA",
  "prod-documents-data/CreatedDocuments3E16DFC6",
  "prod-documents-data/DocumentIndex7D39FA28",
  "prod-documents-data/Documents7E5B2978",
  "prod-documents-replica/ReplicaDDFB2A87",
  "prod-messaging-data/NoticesCD1BD20F",
  "prod-messaging/OrderTopic7A47C3D9",
  "prod-network/NatAddressesA79A4EDD7",
  "prod-network/NatAddressesB1D1CF26C",
  "prod-network/NatAddressesC902539C8",
  "prod-orders-data/Approvals8537C562",
  "prod-orders-data/Decisions28C7D866",
  "prod-orders-data/IdempotencyKeysCE587E86",
  "prod-orders-data/OrdersA9B65338",
  "prod-orders-data/Products229621C6",
  "prod-orders-data/SetAsideE9ADE97F",
  "prod-orders-data/Shipments6E8A22F1",
  "prod-orders-data/Stock38709CBC",
  "prod-orders/OperatorsTopicD08CFE60",
  "prod-payments-data/CircuitAB749783",
  "prod-payments-data/Credential6C1A466E",
]
`);
});
