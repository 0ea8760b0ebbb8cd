/** The key of an order's charge at the provider: the same in every attempt. */
export function chargeKey(orderId: string): string {
  return `${orderId}-charge`;
}

/** The key of an order's refund at the provider: the same in every attempt. */
export function refundKey(orderId: string): string {
  return `${orderId}-refund`;
}
