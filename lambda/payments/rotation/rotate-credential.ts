import { entry } from '../../platform/settings.ts';
import type { CredentialAuthority } from './credential-authority.ts';

/** The function that rotates the payment credential. */
export const rotateCredentialEntry = entry('payments/rotate-credential', [
  'PAYMENT_PROVIDER_URL',
  'PAYMENT_CONNECT_TIMEOUT_MS',
  'PAYMENT_TOTAL_TIMEOUT_MS',
]);

/** The form of a credential: only letters and digits, which need no escaping in a header. */
export const CREDENTIAL_PASSWORD = { PasswordLength: 48, ExcludePunctuation: true } as const;

/** The versions of the payment credential and their staging labels. */
export interface CredentialVersions {
  /** Returns the staging labels of a version; nothing if the version does not exist. */
  stagesOf(versionId: string): Promise<readonly string[] | undefined>;
  /** Returns the current credential. */
  current(): Promise<string>;
  /** Returns the credential of a pending version; nothing if it has none yet. */
  find(versionId: string): Promise<string | undefined>;
  /** Creates a random credential for a pending version. */
  createPending(versionId: string): Promise<void>;
  /** Makes a version the current one and the current one the previous. */
  promote(versionId: string): Promise<void>;
}

/** The steps of a rotation, in their order. https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html */
export const ROTATION_STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
/** A step of a rotation. */
export type RotationStep = (typeof ROTATION_STEPS)[number];

/** The rotation cannot be performed. */
export class RotationRefused extends Error {
  override readonly name = 'RotationRefused';
}

/** Ports of a rotation. */
export interface RotationPorts {
  readonly versions: CredentialVersions;
  readonly authority: CredentialAuthority;
}

/**
 * Performs one step of the rotation of the payment credential; a repeated step changes nothing.
 *
 * Until the last step the old credential is the current one; from the second step on, the provider accepts both.
 *
 * @throws RotationRefused for a version that is not staged to become the current one, or a new credential that fails
 */
export async function rotateCredential(
  { versions, authority }: RotationPorts,
  step: RotationStep,
  versionId: string,
): Promise<void> {
  const stages = await versions.stagesOf(versionId);
  if (!stages) throw new RotationRefused(`the secret has no version ${versionId}`);
  if (stages.includes('AWSCURRENT')) return;
  if (!stages.includes('AWSPENDING')) {
    throw new RotationRefused(`version ${versionId} is staged ${stages.join(', ') || 'as nothing'}, not AWSPENDING`);
  }

  await STEPS[step]({ versions, authority }, versionId);
}

const STEPS: Record<RotationStep, (ports: RotationPorts, versionId: string) => Promise<void>> = {
  async createSecret({ versions }, versionId) {
    if (await versions.find(versionId)) return;
    await versions.createPending(versionId);
  },
  async setSecret({ versions, authority }, versionId) {
    const pending = await pendingOf(versions, versionId);
    if (await authority.accepts(pending)) return;
    await authority.announce(await versions.current(), pending);
  },
  async testSecret({ versions, authority }, versionId) {
    // Secrets Manager tests a new schedule with a version without a value: the current credential is checked instead.
    if (await authority.accepts((await versions.find(versionId)) ?? (await versions.current()))) return;
    throw new RotationRefused(`the payment provider does not accept version ${versionId} of the credential`);
  },
  async finishSecret({ versions }, versionId) {
    await versions.promote(versionId);
  },
};

async function pendingOf(versions: CredentialVersions, versionId: string): Promise<string> {
  const pending = await versions.find(versionId);
  if (!pending) throw new RotationRefused(`version ${versionId} has no value: createSecret comes first`);
  return pending;
}
