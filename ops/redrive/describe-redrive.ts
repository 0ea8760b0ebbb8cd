import type { RedrivenEvents } from './redrive-events.ts';

/** The maximum length of a reason. */
const MAX_LENGTH = 160;

/** Describes which events were published again and what is left, and why. */
export function describeRedrive({ published, left }: RedrivenEvents): string[] {
  const orders = new Set(published.map((eventId) => eventId.split('#')[0]));
  if (published.length === 0 && left.size === 0) return ['No event is set aside.'];
  return [
    `Published again: ${counted(published.length, 'event')} of ${counted(orders.size, 'order')}.`,
    ...[...left].map(([key, reason]) => `  left  ${key}: ${inALine(reason)}`),
    ...(left.size > 0 ? [`Left: ${counted(left.size, 'object')}. Fix the cause and run the command again.`] : []),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Returns the beginning of a reason, which may be a list of problems, on one line. */
function inALine(reason: string): string {
  return reason.replaceAll(/\s+/g, ' ').slice(0, MAX_LENGTH);
}
