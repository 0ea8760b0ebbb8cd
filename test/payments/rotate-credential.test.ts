import { PaymentCredentialRefused } from '../../lambda/payments/provider/payment-provider.ts';
import { CredentialAuthority } from '../../lambda/payments/rotation/credential-authority.ts';
import { ROTATION_STEPS, RotationRefused, rotateCredential } from '../../lambda/payments/rotation/rotate-credential.ts';
import { InMemoryCredentialVersions } from './in-memory-credential-versions.ts';
import { type ServedSandbox, serveSandbox, TIMEOUTS } from './sandbox-server.ts';

const FIRST = 'the-credential-the-stage-began-with';

let sandbox: ServedSandbox;
let versions: InMemoryCredentialVersions;
let authority: CredentialAuthority;

beforeEach(async () => {
  sandbox = await serveSandbox(FIRST);
  versions = new InMemoryCredentialVersions(FIRST);
  authority = new CredentialAuthority(sandbox.url, TIMEOUTS);
});
afterEach(() => sandbox.close());

const step = (name: (typeof ROTATION_STEPS)[number], versionId = 'second') =>
  rotateCredential({ versions, authority }, name, versionId);

async function rotate(versionId: string, times = 1): Promise<void> {
  versions.stage(versionId);
  for (const name of ROTATION_STEPS) {
    for (let time = 0; time < times; time++) await step(name, versionId);
  }
  sandbox.rotateTo(await versions.current());
}

test.each([1, 2])('rotates the credential if each step is performed %i times', async (times) => {
  await rotate('second', times);
  expect(await versions.current()).not.toBe(FIRST);
  expect(await authority.accepts(await versions.current())).toBe(true);
  expect(await authority.accepts(FIRST)).toBe(false);
});

test('rotates several times, and leaves an accepted credential', async () => {
  const seen = new Set([FIRST]);
  for (const versionId of ['second', 'third', 'fourth']) {
    await rotate(versionId);
    seen.add(await versions.current());
  }
  expect(seen.size).toBe(4);
  const taken = await Promise.all([...seen].map((credential) => authority.accepts(credential)));
  expect(taken).toEqual([false, false, false, true]);
});

test('lets the provider accept the old and the new credential until the last step', async () => {
  versions.stage('second');
  await step('createSecret');
  await step('setSecret');
  await step('testSecret');
  const pending = (await versions.find('second')) ?? '';
  expect(await versions.current()).toBe(FIRST);
  expect(await Promise.all([FIRST, pending].map((each) => authority.accepts(each)))).toEqual([true, true]);
});

test('creates no second credential if the first step is repeated', async () => {
  versions.stage('second');
  await step('createSecret');
  const pending = await versions.find('second');
  expect(pending).toMatch(/./);
  await step('createSecret');
  expect(await versions.find('second')).toBe(pending);
});

test('fails the test of a credential that was not announced to the provider', async () => {
  versions.stage('second');
  await step('createSecret');
  await expect(step('testSecret')).rejects.toThrow(RotationRefused);
});

test('fails to announce the credential if the provider refuses the current one', async () => {
  versions.stage('second');
  await step('createSecret');
  sandbox.rotateTo('a-credential-that-was-not-announced');
  await expect(step('setSecret')).rejects.toThrow(PaymentCredentialRefused);
});

test.each(ROTATION_STEPS)('refuses %s of a version the secret does not have', async (name) => {
  await expect(step(name, 'unknown')).rejects.toThrow('the secret has no version unknown');
});

test.each(ROTATION_STEPS)('refuses %s of a version that is not staged as pending', async (name) => {
  versions.stage('old', ['AWSPREVIOUS']);
  await expect(step(name, 'old')).rejects.toThrow('version old is staged AWSPREVIOUS, not AWSPENDING');
});

test.each(ROTATION_STEPS)('does not change the current version: %s', async (name) => {
  await step(name, 'first');
  expect(await versions.current()).toBe(FIRST);
});

test('requires that a credential is created before it is used', async () => {
  versions.stage('second');
  await expect(step('setSecret')).rejects.toThrow('version second has no value: createSecret comes first');
});

test('passes the test of a new schedule, whose version has no value, with the current credential', async () => {
  versions.stage('second');
  await expect(step('testSecret')).resolves.toBeUndefined();
});
