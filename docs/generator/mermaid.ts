import { type Condition, type Definition, machinesIn, type State } from './workflow-definition.ts';

/** A state machine as a Mermaid diagram, without the edges for errors, which are the same for every state. */
export function mermaid(definition: Definition): string {
  return ['stateDiagram-v2', ...linesOf(definition)].join('\n');
}

function linesOf({ StartAt, States }: Definition): string[] {
  return [`[*] --> ${StartAt}`, ...Object.entries(States).flatMap(([name, state]) => stateLines(name, state))];
}

function stateLines(name: string, state: State): string[] {
  const nested = machinesIn(state)
    .map(linesOf)
    .map((lines) => lines.map((line) => `    ${line}`).join('\n'));
  return [
    ...(nested.length > 0 ? [`state ${name} {\n${nested.join('\n    --\n')}\n}`] : []),
    ...(state.Choices ?? []).map((choice) => `${name} --> ${choice.Next}: ${inWords(choice)}`),
    ...(state.Default ? [`${name} --> ${state.Default}: otherwise`] : []),
    ...(state.Next ? [`${name} --> ${state.Next}`] : []),
    ...(state.Catch ?? [])
      .filter((each) => !each.ErrorEquals.includes('States.ALL'))
      .map((each) => `${name} --> ${each.Next}: ${each.ErrorEquals.join(', ')}`),
    ...(['Succeed', 'Fail'].includes(state.Type) ? [`${name} --> [*]`] : []),
  ];
}

/** A condition in words: `outcome is DECLINED or total is 0`. */
function inWords({ Variable = '', And, Or, Not, Next: _, ...test }: Condition): string {
  if (And) return And.map(inWords).join(' and ');
  if (Or) return Or.map(inWords).join(' or ');
  if (Not) return `not (${inWords(Not)})`;
  const [operator = '', value] = Object.entries(test)[0] ?? [];
  const field = Variable.split('.').at(-1);
  return operator === 'IsPresent' ? `${field} is given` : `${field} is ${value}`;
}
