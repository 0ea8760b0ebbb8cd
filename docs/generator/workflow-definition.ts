import type { Template } from 'aws-cdk-lib/assertions';

/** A condition of a choice: a test of a variable, by its operator, or a combination of conditions. */
export interface Condition extends Readonly<Record<string, unknown>> {
  readonly Variable?: string;
  readonly And?: Condition[];
  readonly Or?: Condition[];
  readonly Not?: Condition;
}

/** A retrier of a state, as Amazon States Language has it. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: string;
}

/** A state of a machine, as Amazon States Language has it. */
export interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly TimeoutSeconds?: number;
  readonly Resource?: string;
  readonly ResultPath?: string;
  readonly Parameters?: Record<string, unknown>;
  readonly Choices?: (Condition & { readonly Next: string })[];
  readonly Retry?: readonly Retrier[];
  readonly Catch?: { ErrorEquals: string[]; Next: string }[];
  readonly Branches?: Definition[];
  readonly ItemProcessor?: Definition;
}

/** The states of a machine, and which is the first. */
export interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly States: Record<string, State>;
}

/** The state machines inside a state: the branches of a Parallel state, or the processor of a Map state. */
export function machinesIn<D>({ Branches = [], ItemProcessor }: { Branches?: readonly D[]; ItemProcessor?: D }): D[] {
  return [...Branches, ...(ItemProcessor ? [ItemProcessor] : [])];
}

/** The one state machine of a stack as it is deployed; what is only known then is replaced by its logical id. */
export function definitionOf(template: Template): Definition {
  const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  const parts: unknown[] = machine?.Properties.DefinitionString['Fn::Join'][1];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : logicalIdIn(part))).join(''));
}

function logicalIdIn(reference: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::ImportValue': imported } = reference as Record<string, string & string[]>;
  return Ref ?? attribute?.[0] ?? imported ?? '';
}
