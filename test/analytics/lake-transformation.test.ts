// To the console, so that the test can read it. A logger reads the level when its module is loaded.
process.env.POWERTOOLS_DEV = 'true';
process.env.POWERTOOLS_LOG_LEVEL = 'INFO';

test('a malformed record is logged with its id and its reason, for the alarm and for who looks into it', async () => {
  const { lakeTransformation } = await import('../../lambda/analytics/lake-transformation.ts');
  const lines: unknown[] = [];
  const write = jest.spyOn(console, 'error').mockImplementation((line) => lines.push(JSON.parse(line)));
  const transform = lakeTransformation(() => {
    throw new Error('no order');
  });
  const record = { recordId: 'record-1', approximateArrivalTimestamp: 0, data: btoa('{}\n') };
  await transform({ records: [record] } as unknown as Parameters<typeof transform>[0]);
  write.mockRestore();
  expect(lines).toMatchObject([{ message: 'Malformed record', recordId: 'record-1', error: { message: 'no order' } }]);
});
