/** What the provider knows an order's charge by: the same in every attempt. */
export function chargeKey(orderId: string): string {
  return `${orderId}-charge`;
}

/** What the provider knows an order's refund by: the same in every attempt. */
export function refundKey(orderId: string): string {
  return `${orderId}-refund`;
}
