import type { Edit } from '../edit.ts';
import type { Place } from '../syntax.ts';
import { expressionClause, guard, logicalClause } from './conditions.ts';
import { action, element, enumMember, filter, setting, swappedArguments, swappedValues } from './lists.ts';
import { flag, number, outcome, text } from './literals.ts';
import { alarm, effect, grant, loop } from './statements.ts';

/** The rules by which code is broken, each at every place that it applies to. */
export const RULES: Readonly<Record<string, (place: Place) => Edit[]>> = {
  'clause of a DynamoDB expression removed': expressionClause,
  'clause of a condition removed': logicalClause,
  'condition negated': guard,
  'arguments swapped': swappedArguments,
  'values swapped': swappedValues,
  'grant removed': grant,
  'action removed': action,
  'alarm removed': alarm,
  'filter removed': filter,
  'effect removed': effect,
  'loop cut short': loop,
  'element removed': element,
  'setting removed': setting,
  'other member of the enumeration': enumMember,
  'flag flipped': flag,
  'number changed': number,
  'other outcome': outcome,
  'other text compared': text,
};
