import { ulid } from 'ulid';
import type { Shipments } from '../../../lambda/orders/shipments/shipments.ts';

/** The contract of shipments. */
export function describeShipments(where: string, shipmentsThere: () => Shipments): void {
  describe(`parcels in ${where}`, () => {
    const twoParcels = () => {
      const shipments = shipmentsThere();
      const orderId = ulid();
      return {
        cancel: () => shipments.cancel(orderId),
        create: (warehouse: string) => shipments.create({ orderId, warehouse, of: 2 }),
      };
    };

    test('can be cancelled until the last parcel of an order is created', async () => {
      const { create, cancel } = twoParcels();
      expect(await create('north')).toBe('CREATED');
      expect(await cancel()).toBe('CANCELLED');
      expect(await create('south')).toBe('REFUSED');
    });

    test('leave when the last parcel of an order is created', async () => {
      const { create, cancel } = twoParcels();
      await create('north');
      await create('south');
      expect(await cancel()).toBe('DISPATCHED');
    });

    test('are created once, however often they are requested', async () => {
      const { create, cancel } = twoParcels();
      expect([await create('north'), await create('north')]).toEqual(['CREATED', 'CREATED']);
      expect(await cancel()).toBe('CANCELLED');
    });

    test('are cancelled once, also before the first is created', async () => {
      const { create, cancel } = twoParcels();
      expect([await cancel(), await cancel()]).toEqual(['CANCELLED', 'CANCELLED']);
      expect(await create('north')).toBe('REFUSED');
    });
  });
}
