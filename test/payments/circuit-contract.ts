import type { Circuit } from '../../lambda/payments/circuit/circuit.ts';

/** The behaviour of a circuit, in memory as in DynamoDB. */
export function describeCircuit(name: string, createCircuit: () => Circuit): void {
  describe(`the circuit in ${name}`, () => {
    const circuit = createCircuit();
    beforeEach(() => circuit.close());

    test('counts failures until it is closed', async () => {
      expect(await circuit.find()).toBeUndefined();
      await circuit.count(1_000);
      await circuit.count(2_000);
      expect(await circuit.find()).toEqual({ count: 2, openUntil: 2_000 });
      await circuit.close();
      expect(await circuit.find()).toBeUndefined();
    });

    test('lets one of several functions probe', async () => {
      await circuit.count(1_000);
      const found = { count: 1, openUntil: 1_000 };
      const probes = [2_000, 3_000, 4_000].map((openUntil) => circuit.probe(found, openUntil));
      expect((await Promise.all(probes)).filter((reserved) => reserved)).toHaveLength(1);
      expect(await circuit.probe(found, 5_000)).toBe(false);
    });

    test('lets nobody probe once it is closed', async () => {
      expect(await circuit.probe({ count: 5, openUntil: 1_000 }, 2_000)).toBe(false);
      expect(await circuit.find()).toBeUndefined();
    });
  });
}
