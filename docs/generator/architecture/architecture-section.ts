import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { stackId } from '../prod-stacks.ts';
import { flowchart } from './flowchart.ts';

/** The README's section between the markers: the stage prod as a picture, and the key to it. */
export function architectureSection(stacks: readonly CloudFormationStackArtifact[]): string {
  const picture = flowchart(stacks);
  return `\`\`\`mermaid
${picture}
\`\`\`

This is the stage \`prod\`, drawn by \`npm run docs\` from its templates; a frame is a stack. A thick arrow starts its target or
hands data on to it, a thin one writes by permission, a dotted one only reads. Functions that the same service invokes share a
box. The subscribers of a topic share two: each has a queue and a function in the stack of its capability. Not drawn:
${inWords(stacksBeside(stacks, picture))} (stacks without such an arrow), the alarms and the queues for what failed.
`;
}

function stacksBeside(stacks: readonly CloudFormationStackArtifact[], picture: string): string[] {
  const names = stacks.map(stackId);
  return names.filter((name) => !picture.includes(`\nsubgraph ${name}\n`)).map((name) => `\`${name}\``);
}

function inWords(names: readonly string[]): string {
  return names.join(', ').replace(/, ([^,]*)$/, ' and $1');
}
