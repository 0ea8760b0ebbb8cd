import type { ShopEvent, ShopEventRecord } from '../../lambda/analytics/shop-event.ts';

/** An event as a web shop sends it. */
export function aShopEvent(different: Partial<ShopEvent> = {}): ShopEvent {
  return {
    eventId: '0193c1a0-0000-7000-8000-000000000001',
    type: 'PRODUCT_VIEWED',
    sessionId: 'visit-0001',
    occurredAt: '2026-01-02T03:04:05.678Z',
    ...different,
  };
}

/** A web shop's event as it is on the stream. */
export function aShopEventRecord(different: Partial<ShopEventRecord> = {}): ShopEventRecord {
  return {
    receivedAt: Date.UTC(2026, 0, 3),
    requestId: 'JKJaXmPLvHcESHA=',
    index: 7,
    shop: 'key1',
    event: aShopEvent(),
    ...different,
  };
}
