import { handlers } from '../../lib/platform/bundle-functions.ts';
import { outdated, removed, SETTINGS } from '../../lib/platform/bundle-record.ts';

const all = handlers();
const [first = '', second = ''] = all;
const SHARED = 'lambda/platform/settings.ts';
const ZOD = 'node_modules/zod/v4/core/core.js';
const hashes = Object.fromEntries([...SETTINGS, ...all, SHARED].map((file) => [file, 'as it was']));
const bundles = { ...Object.fromEntries(all.map((handler) => [handler, [handler, ZOD]])), [first]: [first, SHARED] };

test('no function is bundled again if no source has changed', () => {
  expect(outdated({ hashes, bundles }, hashes)).toEqual([]);
});

test('only the functions that contain a changed source are bundled again', () => {
  expect(outdated({ hashes, bundles }, { ...hashes, [SHARED]: 'changed' })).toEqual([first]);
});

test('a function whose source was removed is bundled again, so that the error is seen', () => {
  const { [SHARED]: _, ...rest } = hashes;
  expect(outdated({ hashes, bundles }, rest)).toEqual([first]);
});

test('a new function is bundled', () => {
  const { [second]: _, ...rest } = bundles;
  expect(outdated({ hashes, bundles: rest }, hashes)).toEqual([second]);
});

test('all functions are bundled again with other packages, and at first', () => {
  expect(outdated({ hashes, bundles }, { ...hashes, 'package-lock.json': 'changed' })).toEqual(all);
  expect(outdated(undefined, hashes)).toEqual(all);
});

test('the bundle of a handler that was removed is found', () => {
  const handler = 'lambda/orders/steps/removed.handler.ts';
  expect(removed({ hashes, bundles: { ...bundles, [handler]: [handler] } })).toEqual([handler]);
});
