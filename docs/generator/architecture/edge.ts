import type { DeployedResource } from './deployed-resources.ts';

/** An arrow from one resource to another. */
export interface Edge {
  readonly from: DeployedResource;
  readonly to: DeployedResource;
  /**
   * The reason for the arrow: the source starts the target or hands data on to it (`trigger`), or its role lets it
   * change the target (`write`) or only read it (`read`).
   */
  readonly kind: 'trigger' | 'write' | 'read';
}
