import type { Order } from '../../client/order-api.ts';
import { type Deployed, deployed, paymentsOf } from './deployed.ts';

let platform: Deployed;

beforeAll(async () => {
  platform = await deployed();
});

const stock = () => platform.articles.stock();
const ledgerOf = ({ orderId }: Order) => paymentsOf(platform, orderId);

test('a declined card is not charged, and the stock is released', async () => {
  const before = await stock();
  const declined = await platform.shop.settled(await platform.shop.place({ paymentToken: 'tok_declined' }));
  expect(declined).toMatchObject({ status: 'REJECTED', reason: 'PAYMENT_DECLINED' });
  expect(await platform.ledger.balanceOf(declined.orderId)).toBe(0);
  expect(await stock()).toEqual(before);
});

test('a payment with a lost answer is charged once, and the order is shipped', async () => {
  const shipped = await platform.shop.settled(await platform.shop.place({ paymentToken: 'tok_lost' }));
  expect(shipped).toMatchObject({ status: 'SHIPPED' });
  expect(await ledgerOf(shipped)).toEqual([['CHARGE', 6_490]]);
});

test('if a warehouse cannot ship a parcel, the other parcels are cancelled and the payment is voided', async () => {
  const teapot = { sku: 'LOST-TEAPOT', name: 'Teapot', warehouse: 'closed-east', unitPrice: 2_000, currency: 'EUR' };
  await platform.articles.put(teapot, 10);
  const before = await stock();
  const lines = [
    { sku: 'LOST-TEAPOT', quantity: 1 },
    { sku: 'ESPRESSO-CUP', quantity: 1 },
  ];
  const failed = await platform.shop.settled(await platform.shop.place({ lines }));
  expect(failed).toMatchObject({ status: 'REJECTED', reason: 'SHIPMENT_FAILED' });
  expect(await ledgerOf(failed)).toEqual([
    ['CHARGE', 3_250],
    ['VOID', -3_250],
  ]);
  expect(await stock()).toEqual(before);
});
