import { Batches } from '../../../local/dev/batches.ts';

test('files that change together form one batch, and those that change meanwhile the next', async () => {
  const worked: string[][] = [];
  const batches = new Batches(async (files) => {
    worked.push(files);
    if (worked.length === 1) batches.add('c');
  });
  for (const file of ['a', 'b', 'a']) batches.add(file);
  await batches.idle();
  batches.add('d');
  await batches.idle();

  expect(worked).toEqual([['a', 'b'], ['c'], ['d']]);
});
