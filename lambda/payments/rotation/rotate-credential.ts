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

/** The versions of the payment credential, each with the stages it is in. */
export interface CredentialVersions {
  /** The stages of a version; nothing where there is no such version. */
  stagesOf(versionId: string): Promise<readonly string[] | undefined>;
  /** The credential that is current. */
  current(): Promise<string>;
  /** The credential of a version that is pending; nothing where it has none yet. */
  find(versionId: string): Promise<string | undefined>;
  /** Gives a pending version a new random credential. */
  createPending(versionId: string): Promise<void>;
  /** Makes a version the current one, and the current one the previous. */
  promote(versionId: string): Promise<void>;
}

/** The steps of a rotation, in their order. https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html */
export const ROTATION_STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
/** A step of a rotation. */
export type RotationStep = (typeof ROTATION_STEPS)[number];

/** A rotation was asked for that must not be done. */
export class RotationRefused extends Error {
  override readonly name = 'RotationRefused';
}

/** What a rotation works on. */
export interface RotationPorts {
  readonly versions: CredentialVersions;
  readonly authority: CredentialAuthority;
}

/**
 * Does one step of the rotation of the payment credential; a step that was done before changes nothing.
 *
 * Until the last step the old credential is the current one, and from the second on the provider takes both.
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
    // A schedule that is set up is tested with a version that has no value: the one in use must do.
    if (await authority.accepts((await versions.find(versionId)) ?? (await versions.current()))) return;
    throw new RotationRefused(`the payment provider does not take version ${versionId} of the credential`);
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
