import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { stackId } from '../prod-stacks.ts';

/** A resource of a synthesized stage. */
export interface DeployedResource {
  /** The stack's id and the construct's path in it: `orders/OrderWorkflow/StateMachine`. */
  readonly id: string;
  /** The id of its stack. */
  readonly stack: string;
  readonly type: string;
  readonly properties: Record<string, unknown>;
}

/** The resources of synthesized stacks, and the references between them. */
export class DeployedResources {
  readonly all: DeployedResource[] = [];
  readonly #byReference = new Map<string, DeployedResource>();
  readonly #byPhysicalName = new Map<string, DeployedResource>();

  constructor(stacks: readonly CloudFormationStackArtifact[]) {
    for (const stack of stacks) this.#addResources(stack);
    for (const stack of stacks) this.#addExports(stack);
  }

  /** The resources that a value in a stack's template refers to: by reference, by import or by physical name. */
  public referredBy(value: unknown, stack: string): DeployedResource[] {
    if (typeof value === 'string') return this.#named(value);
    if (typeof value !== 'object' || value === null) return [];
    const key = referenceKey(value as Record<string, unknown>, stack);
    if (key === undefined) return Object.values(value).flatMap((each) => this.referredBy(each, stack));
    return [this.#byReference.get(key) ?? []].flat();
  }

  #named(text: string): DeployedResource[] {
    return [...this.#byPhysicalName].filter(([name]) => text.includes(name)).map(([, resource]) => resource);
  }

  #addResources(artifact: CloudFormationStackArtifact): void {
    const stack = stackId(artifact);
    for (const { path, data: logicalId } of artifact.findMetadataByType('aws:cdk:logicalId')) {
      const template = artifact.template.Resources[logicalId as string];
      if (!template) continue;
      const { Type: type, Properties: properties = {} } = template;
      const id = path.replace(`/${artifact.hierarchicalId}/`, `${stack}/`).replace(/\/Resource$/, '');
      const resource = { id, stack, type, properties };
      this.all.push(resource);
      this.#byReference.set(`${stack}.${logicalId}`, resource);
      const name = properties.BucketName ?? properties.StateMachineName;
      if (typeof name === 'string') this.#byPhysicalName.set(name, resource);
    }
  }

  #addExports(artifact: CloudFormationStackArtifact): void {
    for (const { Value, Export } of Object.values<Output>(artifact.template.Outputs ?? {})) {
      const [exported] = this.referredBy(Value, stackId(artifact));
      if (Export && exported) this.#byReference.set(Export.Name, exported);
    }
  }
}

interface Output {
  readonly Value: unknown;
  readonly Export?: { readonly Name: string };
}

/** Undefined if the value is no reference itself. */
function referenceKey(value: Record<string, unknown>, stack: string): string | undefined {
  if (typeof value.Ref === 'string') return `${stack}.${value.Ref}`;
  if (Array.isArray(value['Fn::GetAtt'])) return `${stack}.${value['Fn::GetAtt'][0]}`;
  return value['Fn::ImportValue'] as string | undefined;
}
