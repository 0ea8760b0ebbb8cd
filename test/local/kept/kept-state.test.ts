import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appVersion, type DataTemplate } from '../../../local/kept/app-version.ts';
import { chosenStates } from '../../../local/kept/chosen-states.ts';
import { KeptState } from '../../../local/kept/kept-state.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(place, { recursive: true }));

async function keep(name: string, version: string): Promise<KeptState> {
  const state = new KeptState(place, name);
  await state.prepare();
  await state.record(version);
  return state;
}

test('finds a state by its name, for the version of the app that kept it', async () => {
  await keep('demo', 'v1');
  const { from } = await chosenStates({ keep: undefined, from: 'demo' }, place);
  await expect(from?.check('v1')).resolves.toBeUndefined();
  await expect(from?.check('v2')).rejects.toThrow(
    'The state "demo" was kept by a version of the app with other tables, buckets or user pools: check that version out, or start without --from demo',
  );
});

test('names the states that there are if there is none of a name', async () => {
  const choose = () => chosenStates({ keep: 'new', from: 'missing' }, place);
  await expect(choose()).rejects.toThrow(
    'No state was kept as "missing": npm start -- --keep missing keeps one when it ends',
  );
  await keep('demo', 'v1');
  await keep('busy', 'v1');
  await expect(choose()).rejects.toThrow('No state was kept as "missing": there are busy, demo');
});

test('does not find a state whose run did not end well', async () => {
  await new KeptState(place, 'demo').prepare();
  await expect(KeptState.find(place, 'demo')).rejects.toThrow('No state was kept as "demo"');
});

test('the version of the app changes only with the resources that hold data', () => {
  const table = (KeySchema: unknown) => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: { KeySchema, BillingMode: 'any' },
  });
  const of = (Resources: NonNullable<DataTemplate['Resources']>) => appVersion({ 'local-orders-data': { Resources } });
  const before = of({ Orders: table(['orderId']) });
  expect(of({ Orders: table(['orderId']), Function: { Type: 'AWS::Lambda::Function' } })).toBe(before);
  expect(of({ Orders: table(['customerId']) })).not.toBe(before);
  expect(of({ Renamed: table(['orderId']) })).not.toBe(before);
  expect(of({ Orders: table(['orderId']), Documents: { Type: 'AWS::S3::Bucket' } })).not.toBe(before);
});
