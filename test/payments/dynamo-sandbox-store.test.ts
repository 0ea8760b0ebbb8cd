import { DynamoSandboxStore } from '../../lambda/payments/sandbox/dynamo-sandbox-store.ts';
import { PaymentSandbox } from '../../lambda/payments/sandbox/payment-sandbox.ts';
import { answeringTable } from '../orders/store/answering-table.ts';

const ENTRY = { key: '01JD-charge', kind: 'CHARGE', amount: 2_500, currency: 'EUR', at: '2026-01-01T10:00:00.000Z' };
const PAYMENT = { key: '01JD-charge', status: 'CHARGED', amount: 2_500, currency: 'EUR', version: 1, entries: [ENTRY] };

function sandboxWith(payment: object) {
  const { client, requests } = answeringTable({ id: 'payment#01JD-charge', payment });
  const ports = {
    store: new DynamoSandboxStore(client, 'sandbox'),
    now: () => new Date(),
    outlastClient: async () => {},
  };
  return { sandbox: new PaymentSandbox(ports), requests };
}

test('a payment of the next release is voided, and keeps the fields of that release', async () => {
  const { sandbox, requests } = sandboxWith({ ...PAYMENT, network: 'visa', entries: [{ ...ENTRY, batch: 7 }] });
  expect(await sandbox.void(PAYMENT.key)).toMatchObject({ status: 'VOIDED', version: 2 });
  expect(requests.at(-1)).toMatchObject({
    // An update of one attribute: other attributes of the item stay.
    UpdateExpression: 'SET payment = :payment',
    ExpressionAttributeValues: {
      ':payment': { M: { network: { S: 'visa' }, entries: { L: [{ M: { batch: { N: '7' } } }, { M: {} }] } } },
    },
  });
});

test('a payment in a status of the next release fails the request, which is not invalid', async () => {
  const { sandbox } = sandboxWith({ ...PAYMENT, status: 'DISPUTED' });
  await expect(sandbox.find(PAYMENT.key)).rejects.toThrow(/^payment 01JD-charge cannot be read$/);
});
