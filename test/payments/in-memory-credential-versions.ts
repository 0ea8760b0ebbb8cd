import type { CredentialVersions } from '../../lambda/payments/rotation/rotate-credential.ts';

/** The versions of a secret in memory, with the behaviour of Secrets Manager. */
export class InMemoryCredentialVersions implements CredentialVersions {
  readonly #versions = new Map<string, { stages: string[]; credential?: string }>();

  constructor(current: string) {
    this.#versions.set('first', { stages: ['AWSCURRENT'], credential: current });
  }

  /** Starts a rotation, as Secrets Manager does before it calls the rotation function. */
  stage(versionId: string, stages: string[] = ['AWSPENDING']): void {
    this.#versions.set(versionId, { stages });
  }

  async stagesOf(versionId: string): Promise<readonly string[] | undefined> {
    return this.#versions.get(versionId)?.stages;
  }

  async current(): Promise<string> {
    const current = [...this.#versions.values()].find(({ stages }) => stages.includes('AWSCURRENT'));
    return current?.credential ?? '';
  }

  async find(versionId: string): Promise<string | undefined> {
    return this.#versions.get(versionId)?.credential;
  }

  async createPending(versionId: string): Promise<void> {
    this.#versions.set(versionId, { stages: ['AWSPENDING'], credential: crypto.randomUUID() });
  }

  async promote(versionId: string): Promise<void> {
    for (const [id, version] of this.#versions) {
      if (id === versionId) version.stages = ['AWSCURRENT', 'AWSPENDING'];
      else if (version.stages.includes('AWSCURRENT')) version.stages = ['AWSPREVIOUS'];
    }
  }
}
