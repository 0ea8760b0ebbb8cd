/** Stops what the suite started. */
export default async function tearDown(): Promise<void> {
  await globalThis.platformUnderTest.stop();
}
