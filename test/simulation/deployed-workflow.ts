import { local } from '../../lib/stages/local.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { stacksOf } from '../platform/deployed-stacks.ts';
import type { Workflow } from './workflow.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: a template is what CloudFormation reads
type Resource = { Type: string; Properties: any };
type Template = { Resources: Record<string, Resource>; Outputs?: Record<string, any> };
// biome-ignore-end lint/suspicious/noExplicitAny: a template is what CloudFormation reads

/** Reads the order workflow from the templates of a stage. */
export function deployedWorkflow(stage: StageConfig = local): Workflow {
  const templates: Template[] = stacksOf(stage.name).map(({ template }) => template);
  const orders = templates.find((template) => resourcesOf(template, 'AWS::StepFunctions::StateMachine').length > 0);
  if (!orders) throw new Error(`stage ${stage.name} deploys no state machine`);

  const functions = Object.fromEntries(
    templates
      .flatMap((template) => resourcesOf(template, 'AWS::Lambda::Function'))
      .filter((resource) => entryOf(resource))
      .map((resource) => [
        entryOf(resource),
        { timeoutSeconds: resource.Properties.Timeout, settings: plain(resource.Properties.Environment.Variables) },
      ]),
  );
  const name = (part: unknown) => functionNameIn(templates, orders, part);
  const [machine] = resourcesOf(orders, 'AWS::StepFunctions::StateMachine');
  const [, parts] = machine?.Properties.DefinitionString['Fn::Join'] ?? [];
  const definition = (parts as unknown[]).map((part) => (typeof part === 'string' ? part : name(part))).join('');

  const calling = (type: string, entry: string) =>
    only(resourcesOf(orders, type), ({ Properties }) => name(Properties.FunctionName) === entry);
  const ruleFor = (entry: string) =>
    only(resourcesOf(orders, 'AWS::Events::Rule'), ({ Properties }) =>
      Properties.Targets.some(({ Arn }: { Arn: unknown }) => name(Arn) === entry),
    );
  const stream = calling('AWS::Lambda::EventSourceMapping', 'orders/start-order-workflow');
  const [filter] = stream.FilterCriteria.Filters;
  const compensation = calling('AWS::Lambda::EventInvokeConfig', 'orders/compensate-ended-execution');
  const [, minutes] = /^rate\((\d+) minutes\)$/.exec(ruleFor('orders/sweep-overdue-orders').ScheduleExpression) ?? [];

  return {
    definition: JSON.parse(definition),
    functions,
    startedFor: JSON.parse(filter.Pattern).dynamodb.NewImage.status.S,
    compensatedFor: ruleFor('orders/compensate-ended-execution').EventPattern.detail.status,
    startAttempts: stream.MaximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : 1 + stream.MaximumRetryAttempts,
    compensationAttempts: 1 + compensation.MaximumRetryAttempts,
    sweepIntervalMinutes: Number(minutes),
  };
}

function resourcesOf(template: Template, type: string): Resource[] {
  return Object.values(template.Resources).filter((resource) => resource.Type === type);
}

/** Returns the properties of the only resource that meets a condition. */
function only(resources: Resource[], condition: (resource: Resource) => boolean): Resource['Properties'] {
  const found = resources.filter(condition);
  if (found.length !== 1) throw new Error(`expected one resource, got ${found.length}`);
  return found[0]?.Properties;
}

function entryOf(resource: Resource | undefined): string | undefined {
  return resource?.Properties.Environment?.Variables?.POWERTOOLS_SERVICE_NAME;
}

/** The values that are known at synthesis. */
function plain(variables: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The entry of the function that a reference names, also in another stack; the logical id if it names none. */
function functionNameIn(templates: Template[], template: Template, reference: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::ImportValue': imported } = (reference ?? {}) as Record<string, unknown>;
  if (Ref === 'AWS::Partition') return 'aws';
  if (imported) {
    for (const exporter of templates) {
      const output = Object.values(exporter.Outputs ?? {}).find(({ Export }) => Export?.Name === imported);
      if (output) return functionNameIn(templates, exporter, output.Value);
    }
  }
  const logicalId = (attribute as string[] | undefined)?.[0] ?? String(Ref);
  return entryOf(template.Resources[logicalId]) ?? logicalId;
}
