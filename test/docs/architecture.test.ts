import { Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { flowchart } from '../../docs/generator/architecture/flowchart.ts';
import { templateApp } from '../../lib/template-app.ts';

/** The picture of a topic in one stack, and of what the other stack makes of its messages. */
function pictureOf(build: (topics: Stack, consumers: Stack) => void): string[] {
  const stage = new Stage(templateApp(), 'stage');
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

test('the subscribers of a topic share two boxes outside of the stacks, which one more subscriber does not change', () => {
  const pictureWith = (names: readonly string[]) =>
    pictureOf((topics, consumers) => {
      const topic = new sns.Topic(topics, 'Topic');
      const table = new dynamodb.Table(topics, 'Table', {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      });
      for (const name of names) {
        const queue = new sqs.Queue(consumers, `${name}Queue`);
        topic.addSubscription(new SqsSubscription(queue));
        const consumer = aFunction(consumers, name);
        consumer.addEventSource(new SqsEventSource(queue));
        table.grantWriteData(consumer);
      }
    });
  const lines = pictureWith(['B', 'C']);
  expect(lines.slice(6)).toEqual([
    'topics_Topic_Subscribers_Queue(["<b>SQS</b><br/>one for each subscriber"])',
    'topics_Topic_Subscribers_Function["<b>Lambda</b><br/>one for each subscriber"]',
    'topics_Topic ==> topics_Topic_Subscribers_Queue',
    'topics_Topic_Subscribers_Queue ==> topics_Topic_Subscribers_Function',
    'topics_Topic_Subscribers_Function --> topics_Table',
  ]);
  expect(pictureWith(['A', 'B', 'C'])).toEqual(lines);
});

test('functions that nothing tells apart share a box; who only reads a table that others write has no arrow to it', () => {
  const lines = pictureOf((tables, consumers) => {
    const table = new dynamodb.Table(tables, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    for (const id of ['First', 'Second']) table.grantWriteData(aFunction(consumers, id));
    table.grantReadData(aFunction(consumers, 'Reader'));
  });
  expect(lines).toContain('  consumers_First["<b>Lambda</b><br/>First and others"]');
  expect(lines.filter((line) => /[-=.]>/.test(line))).toEqual(['consumers_First --> topics_Table']);
});

test('a box of several functions names the first, so that one more does not change it', () => {
  const lines = pictureOf((tables, consumers) => {
    const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
    const table = new dynamodb.Table(tables, 'Table', { partitionKey });
    for (const id of ['A', 'B', 'C']) table.grantWriteData(aFunction(consumers, id));
  });
  expect(lines).toContain('  consumers_A["<b>Lambda</b><br/>A and others"]');
});
