import { paymentProviderFromEnvironment } from '../../payments/provider/payment-provider-from-environment.ts';
import { voidPayment } from '../../payments/provider/void-payment.ts';

const provider = paymentProviderFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => ({ outcome: await voidPayment(provider, orderId) });
