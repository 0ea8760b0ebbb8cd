import type { Template } from 'aws-cdk-lib/assertions';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { HealthIntegration } from '../../../lib/api/integrations/health-integration.ts';
import { InvoiceIntegration } from '../../../lib/api/integrations/invoice-integration.ts';
import { ProductImageIntegration } from '../../../lib/api/integrations/product-image-integration.ts';
import { ProviderHealthIntegration } from '../../../lib/api/integrations/provider-health-integration.ts';
import { ShopEventsIntegration } from '../../../lib/api/integrations/shop-events-integration.ts';
import { ANSWER_HEADERS as answerHeaders, type ServedMethod, serve } from './served-integration.ts';

/** The invoice of an order. */
export const invoice = serve(
  'GET',
  '/orders/{orderId}/invoice',
  ({ stack, documents }) => new InvoiceIntegration(stack, 'Invoice', { documents, answerHeaders }),
);
/** The image of a product. */
export const image = serve(
  'PUT',
  '/products/{sku}/image',
  ({ stack, documents }) => new ProductImageIntegration(stack, 'Image', { documents, answerHeaders }),
);
/** The events of web shops. */
export const events = serve('POST', '/events', ({ stack }) => {
  const stream = new kinesis.Stream(stack, 'Stream');
  return new ShopEventsIntegration(stack, 'Events', { stream, answerHeaders });
});
/** The payment provider's health. */
export const providerHealth = serve(
  'GET',
  '/provider/health',
  ({ stack }) => new ProviderHealthIntegration(stack, 'Provider', { url: 'https://pay.example.com', answerHeaders }),
);
/** The API's own health. */
export const health = serve('GET', '/health', ({ stack }) => new HealthIntegration(stack, 'Health', { answerHeaders }));

/** All integrations by name. */
export const ALL: [string, { method: ServedMethod; template: Template }][] = [
  ['invoice', invoice],
  ['product image', image],
  ['shop events', events],
  ["provider's health", providerHealth],
  ['health', health],
];
