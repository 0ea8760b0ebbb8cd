import { mermaid } from '../../docs/generator/mermaid.ts';
import type { Condition } from '../../docs/generator/workflow-definition.ts';

const DECLINED = { Variable: '$.charge.outcome', StringEquals: 'DECLINED' };
const DATED = { Variable: '$.shipNotBefore', IsPresent: true };

test.each<[Condition, string]>([
  [DECLINED, 'outcome is DECLINED'],
  [DATED, 'shipNotBefore is given'],
  [{ Or: [DECLINED, DATED] }, 'outcome is DECLINED or shipNotBefore is given'],
  [{ And: [DECLINED, { Not: DATED }] }, 'outcome is DECLINED and not (shipNotBefore is given)'],
])('the condition %j reads "%s"', (condition, words) => {
  const definition = {
    StartAt: 'Choose',
    States: { Choose: { Type: 'Choice', Choices: [{ ...condition, Next: 'Do' }] } },
  };
  expect(mermaid(definition)).toBe(`stateDiagram-v2\n[*] --> Choose\nChoose --> Do: ${words}`);
});
