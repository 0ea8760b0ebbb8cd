import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from '../../local/checkout.ts';
import { appErrorIn } from '../../local/platform/app-error.ts';

const at = (file: string) => `${pathToFileURL(join(CHECKOUT, file))}`;

test('names the place in the sources that an error of the CDK comes from', () => {
  const output = [
    'node:internal/modules/run_main:107',
    '    triggerUncaughtException(',
    '    ^',
    '',
    '«DurationAmountsCannotNegative» Duration amounts cannot be negative. Received: -4',
    '    ...Duration.minutes in aws-cdk-lib...',
    `    at new SafetyNet (${at('lib/orders/safety-net.ts')}:64:25)`,
    `    at ${at('bin/app.ts')}:7 (:)`,
  ];
  expect(appErrorIn(output)).toBe(
    'lib/orders/safety-net.ts:64:25: «DurationAmountsCannotNegative» Duration amounts cannot be negative. Received: -4',
  );
});

test('names the place in the sources, not the one in the CDK, of an error of Node', () => {
  const output = [
    `${at('node_modules/aws-cdk-lib/core/lib/stack.js')}:1`,
    '"use strict";',
    '    ^',
    '',
    'TypeError: props is undefined',
    `    at new Stack (${at('node_modules/aws-cdk-lib/core/lib/stack.js')}:1:99)`,
    `    at new OrdersStack (${at('lib/orders/orders-stack.ts')}:47:17)`,
  ];
  expect(appErrorIn(output)).toBe('lib/orders/orders-stack.ts:47:17: TypeError: props is undefined');
});

test('names the place of an error without a source in its trace', () => {
  const output = [
    `${at('lib/orders/orders-stack.ts')}:12`,
    "import { x } from './y.ts';",
    '         ^',
    "SyntaxError: The requested module './y.ts' does not provide an export named 'x'",
    '    at #asyncInstantiate (node:internal/modules/esm/module_job:335:21)',
  ];
  expect(appErrorIn(output)).toBe(
    "lib/orders/orders-stack.ts:12: SyntaxError: The requested module './y.ts' does not provide an export named 'x'",
  );
});

test('finds no error in other output', () => {
  expect(appErrorIn(['Killed'])).toBeUndefined();
});
