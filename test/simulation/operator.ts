import { setTimeout } from 'node:timers/promises';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { SNSClient } from '@aws-sdk/client-sns';
import { kinesisOrderEvents } from '../../lambda/messaging/kinesis-order-events.ts';
import { snsOrderEvents } from '../../lambda/messaging/sns-order-events.ts';
import { expiredPrefix, setAsidePrefix } from '../../lambda/orders/set-aside/set-aside-change.ts';
import { redriveEvents } from '../../ops/redrive/redrive-events.ts';
import type { Workflow } from './workflow.ts';
import type { World } from './world.ts';

const PUBLISHER = 'messaging/publish-order-events';
/** The prefixes of the records that were set aside for the publisher. */
export const SET_ASIDE_PREFIXES = [setAsidePrefix(PUBLISHER), expiredPrefix(PUBLISHER)];

/** Publishes what was set aside, before and after the causes are fixed, and moves dead messages back. */
export async function recover(world: World, { functions }: Workflow): Promise<void> {
  const { subscribers, injector, records } = world;
  const { ORDER_TOPIC_ARN = '', ORDER_STREAM_NAME = '' } = functions[PUBLISHER]?.settings ?? {};
  const redrive = () =>
    world.command('npm run redrive', () =>
      redriveEvents({
        customers: { customerOf: async (orderId) => records.order(orderId)?.customerId },
        setAside: subscribers.setAside,
        prefixes: SET_ASIDE_PREFIXES,
        targets: [
          snsOrderEvents(new SNSClient(), ORDER_TOPIC_ARN, setTimeout),
          kinesisOrderEvents(new KinesisClient(), ORDER_STREAM_NAME, setTimeout),
        ],
      }),
    );
  injector.isOver = true;
  if (subscribers.isSetAside(SET_ASIDE_PREFIXES)) {
    await redrive();
    subscribers.topic.refused.clear();
    await redrive();
  }
  for (const queue of subscribers.queues) queue.redrive();
  await world.settle();
}
