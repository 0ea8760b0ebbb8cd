import { appFilesAmong } from '../../../local/dev/app-files.ts';

test('sources of the app, its mapping templates and removed handlers can change a template', async () => {
  const files = [
    'lib/orders/orders-stack.ts',
    'lambda/orders/domain/order.ts',
    'lib/api/integrations/shop-events.request.vtl',
    'lambda/api/routes/removed.handler.ts',
    'cdk.json',
  ];
  expect(await appFilesAmong(files)).toEqual(files);
});

test('code that runs only in functions cannot change a template', async () => {
  expect(await appFilesAmong(['lambda/api/routes/get-product.handler.ts'])).toEqual([]);
});
