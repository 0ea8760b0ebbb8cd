import { Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { flowchart } from '../../docs/generator/architecture/flowchart.ts';
import { OrderPlatformStage } from '../../lib/order-platform-stage.ts';
import { prod } from '../../lib/stages/prod.ts';
import { testApp } from '../platform/test-app.ts';

/** The picture of a topic in one stack, and of what the other stack makes of its messages. */
function pictureOf(build: (topics: Stack, consumers: Stack) => void): string[] {
  const stage = new Stage(testApp(), 'stage');
  build(new Stack(stage, 'topics'), new Stack(stage, 'consumers'));
  return flowchart(stage.synth().stacks).split('\n');
}

function aFunction(stack: Stack, id: string): lambda.Function {
  const code = lambda.Code.fromInline('exports.handler = async () => {};');
  return new lambda.Function(stack, id, { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_24_X });
}

test('a message goes from its topic over the queue in another stack to the function that is fed from it', () => {
  const lines = pictureOf((topics, consumers) => {
    const queue = new sqs.Queue(consumers, 'Queue', {
      deadLetterQueue: { queue: new sqs.Queue(consumers, 'Dead'), maxReceiveCount: 3 },
    });
    new sns.Topic(topics, 'Topic').addSubscription(new SqsSubscription(queue));
    aFunction(consumers, 'Consumer').addEventSource(new SqsEventSource(queue));
  });
  expect(lines.slice(2)).toEqual([
    'subgraph topics',
    '  topics_Topic(["<b>SNS</b><br/>Topic"])',
    'end',
    'subgraph consumers',
    '  consumers_Queue(["<b>SQS</b><br/>Queue"])',
    '  consumers_Consumer["<b>Lambda</b><br/>Consumer"]',
    'end',
    'topics_Topic ==> consumers_Queue',
    'consumers_Queue ==> consumers_Consumer',
  ]);
});

test('functions that nothing tells apart share a box; who only reads a table that others write has no arrow to it', () => {
  const lines = pictureOf((tables, consumers) => {
    const table = new dynamodb.Table(tables, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    for (const id of ['First', 'Second']) table.grantWriteData(aFunction(consumers, id));
    table.grantReadData(aFunction(consumers, 'Reader'));
  });
  expect(lines).toContain('  consumers_First["<b>Lambda</b><br/>First, Second"]');
  expect(lines.filter((line) => /[-=.]>/.test(line))).toEqual(['consumers_First --> topics_Table']);
});

test('every function of prod that is ours is in the picture, in the frame of its stack', () => {
  const { stacks } = new OrderPlatformStage(testApp(), prod).synth();
  const picture = flowchart(stacks);
  const functions = stacks.flatMap(({ hierarchicalId, template }) =>
    Object.entries<{ Type: string }>(template.Resources)
      .filter(([id, { Type }]) => Type === 'AWS::Lambda::Function' && !id.includes('CustomResourceProvider'))
      .map(([id]) => ({ frame: frameOf(hierarchicalId.replace('prod/', ''), picture), name: id.slice(0, -HASH) })),
  );
  expect(functions.length).toBeGreaterThan(30);
  expect(functions.filter(({ frame, name }) => !frame.some((drawn) => name.endsWith(drawn)))).toEqual([]);
});

/** The length of what the CDK adds to a construct's path for its logical id. */
const HASH = 8;

/** The names in a stack's frame. */
function frameOf(stack: string, picture: string): string[] {
  const [, frame = ''] = new RegExp(`^subgraph ${stack}\n(.*?)^end$`, 'ms').exec(picture) ?? [];
  return frame.match(/\b[A-Z]\w+/g) ?? [];
}
