import { paymentProviderFromEnvironment } from './payment-provider-from-environment.ts';
import { voidPayment } from './void-payment.ts';

const provider = paymentProviderFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => ({ outcome: await voidPayment(provider, orderId) });
