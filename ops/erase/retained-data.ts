import { SET_ASIDE_DAYS } from '../../lib/orders/orders-data-stack.ts';
import { DEAD_LETTER_DAYS } from '../../lib/platform/dead-letter-queue.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';

/** Data that is retained after a customer is erased, with the reason. */
export interface RetainedData {
  readonly target: string;
  readonly why: string;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html */
const BACKUP_DAYS = 35;

/** Returns the data that a stage retains of an erased customer. */
export function retainedDataOf(stage: StageConfig): RetainedData[] {
  const { logDays, streamHours } = stage.retention;
  return [
    { target: 'books', why: 'orders, payments and invoices, with articles, amounts and dates, as the law requires' },
    {
      target: 'lake',
      why: "rows with the customer's id, which identifies no person without the user",
    },
    {
      target: 'logs',
      why: `the customer's id and IP address of each request, order numbers, keys of invoices: for ${logDays} days`,
    },
    { target: 'data streams', why: `order events with the customer's id: for ${streamHours} hours` },
    {
      target: 'set aside',
      why: `unprocessed changes for ${SET_ASIDE_DAYS} days, messages for ${DEAD_LETTER_DAYS} days: after a redrive, erase again`,
    },
    ...(stage.dataRemoval === 'retain'
      ? [
          {
            target: 'backups',
            why: `earlier states of the tables, for ${BACKUP_DAYS} days: after a restore, erase again`,
          },
        ]
      : []),
    ...(stage.payments.provider.kind === 'sandbox'
      ? []
      : [{ target: 'payment provider', why: 'the means of payment: ask the provider to erase it' }]),
    {
      target: 'in transit',
      why: 'access tokens, valid for an hour, and messages in queues: erase again after that hour',
    },
  ];
}
