import { get } from 'node:http';
import { handlerOf, step } from '../../lambda/platform/step.ts';

const failing = step({
  entry: 'platform/failing',
  settings: [],
  run: ({ fail }: { fail: () => Promise<never> }) => fail,
});
const nameAfter = (fail: () => Promise<unknown>) =>
  handlerOf(failing, () => ({ fail: fail as () => Promise<never> }))(undefined).catch((error: Error) => error.name);

/** A request to an address at which nothing listens; Jest's sandbox hides the code of the same error in the SDK. */
const unreachable = () => new Promise((_, reject) => get('http://127.0.0.1:9').on('error', reject));

test('the error of a connection that cannot be made has a name that the workflow retries', async () => {
  expect(await nameAfter(unreachable)).toBe('ServiceUnavailable');
});

test.each([
  ['a status of 500 and above', { $metadata: { httpStatusCode: 503 } }, 'ServiceUnavailable'],
  ['a name that cannot be resolved', { code: 'ENOTFOUND' }, 'ServiceUnavailable'],
  ['a name server that fails', { code: 'EAI_AGAIN' }, 'ServiceUnavailable'],
  ['a connection that is reset', { code: 'ECONNRESET' }, 'ServiceUnavailable'],
  ['a connection that the other end has closed', { code: 'EPIPE' }, 'ServiceUnavailable'],
  ['a connection that times out', { code: 'ETIMEDOUT' }, 'ServiceUnavailable'],
  ['a host that is not reachable', { code: 'EHOSTUNREACH' }, 'ServiceUnavailable'],
  ['a network that is not reachable', { code: 'ENETUNREACH' }, 'ServiceUnavailable'],
  ['a status below 500', { $metadata: { httpStatusCode: 400 } }, 'Error'],
  ['no status', {}, 'Error'],
])('an error with %s', async (_, more, name) => {
  expect(await nameAfter(() => Promise.reject(Object.assign(new Error('it fails'), more)))).toBe(name);
});

test('an error that is no object of a class for errors stays as it is', async () => {
  const fail = () => Promise.reject('a text');
  await expect(handlerOf(failing, () => ({ fail: fail as () => Promise<never> }))(undefined)).rejects.toBe('a text');
});
