import { stacksOf } from '../platform/deployed-stacks.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: a template is what CloudFormation reads
/** A resource of a template. */
export type Resource = { readonly Type: string; readonly Properties: any };
type Template = { readonly Resources: Record<string, Resource>; readonly Outputs?: Record<string, any> };
// biome-ignore-end lint/suspicious/noExplicitAny: a template is what CloudFormation reads

/** A resource with its name, and its template. */
export interface DeployedResource extends Resource {
  readonly id: string;
  readonly name: string;
  readonly template: Template;
}

const PSEUDO_PARAMETERS: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-central-1',
  'AWS::AccountId': '111122223333',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The parts of the ARN of a resource that come before its name. */
const ARNS: Record<string, string> = {
  'AWS::SNS::Topic': 'sns:eu-central-1:111122223333:',
  'AWS::SQS::Queue': 'sqs:eu-central-1:111122223333:',
  'AWS::StepFunctions::StateMachine': 'states:eu-central-1:111122223333:stateMachine:',
  'AWS::SecretsManager::Secret': 'secretsmanager:eu-central-1:111122223333:secret:',
};

/** The types of resources that a reference names by the ARN. */
const REFERENCED_BY_ARN = ['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine', 'AWS::SecretsManager::Secret'];

/** The templates of a stage, with the names and addresses that its resources would have after a deployment. */
export class DeployedTemplates {
  readonly resources: readonly DeployedResource[];
  readonly #templates: readonly Template[];

  constructor(stage: string) {
    this.#templates = stacksOf(stage).map(({ template }) => template);
    this.resources = this.#templates.flatMap((template) =>
      Object.entries(template.Resources).map(([id, resource]) => ({ ...resource, template, id, name: nameOf(id) })),
    );
  }

  /** The resources of a type. */
  of(type: string): DeployedResource[] {
    return this.resources.filter(({ Type }) => Type === type);
  }

  /** The only resource of a type that meets a condition. */
  only(type: string, condition: (resource: DeployedResource) => boolean = () => true): DeployedResource {
    const found = this.of(type).filter(condition);
    if (found.length !== 1) throw new Error(`expected one ${type}, got ${found.length}`);
    return found[0] as DeployedResource;
  }

  /** The resource that a reference names, also in another stack. */
  target(template: Template, reference: unknown): DeployedResource | undefined {
    const { Ref, 'Fn::GetAtt': attribute, 'Fn::ImportValue': imported } = (reference ?? {}) as Record<string, unknown>;
    if (imported) {
      const [exporter, value] = this.#exported(String(imported));
      return this.target(exporter, value);
    }
    const id = (attribute as string[] | undefined)?.[0] ?? String(Ref);
    return this.resources.find((each) => each.template === template && each.id === id);
  }

  /** The text of a value. */
  text(template: Template, value: unknown): string {
    if (typeof value === 'string') return value;
    const { 'Fn::Join': joined, 'Fn::ImportValue': imported, Ref } = value as Record<string, unknown>;
    if (Array.isArray(joined)) {
      const [separator, parts] = joined as [string, unknown[]];
      return parts.map((part) => this.text(template, part)).join(separator);
    }
    if (imported) return this.text(...this.#exported(String(imported)));
    const pseudo = PSEUDO_PARAMETERS[String(Ref)];
    return pseudo ?? this.#address(template, value);
  }

  #address(template: Template, value: unknown): string {
    const found = this.target(template, value);
    if (!found) throw new Error(`${JSON.stringify(value)} names no resource`);
    const { Type, name } = found;
    const [, attribute] = ((value as Record<string, unknown>)['Fn::GetAtt'] as string[] | undefined) ?? [];
    if (attribute === 'ApiEndpoint') return `https://${name.toLowerCase()}.execute-api.eu-central-1.amazonaws.com`;
    if (attribute === 'Arn' || (!attribute && REFERENCED_BY_ARN.includes(Type)))
      return `arn:aws:${ARNS[Type] ?? ':::'}${name}`;
    return name;
  }

  #exported(name: string): [Template, unknown] {
    for (const template of this.#templates) {
      const output = Object.values(template.Outputs ?? {}).find(({ Export }) => Export?.Name === name);
      if (output) return [template, output.Value];
    }
    throw new Error(`no stack exports ${name}`);
  }
}

/** The id of a construct, without the hash that CloudFormation's names end with. */
function nameOf(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
