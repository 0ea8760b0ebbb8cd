import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { appErrorIn } from '../../local/platform/app-error.ts';
import { CHECKOUT } from '../../local/platform/checkout.ts';

const at = (file: string) => `${pathToFileURL(join(CHECKOUT, file))}`;

test('names the place in the sources that an error of the CDK comes from', () => {
  const output = [
    `${at('node_modules/aws-cdk-lib/core/lib/duration.js')}:1`,
    '"use strict";',
    'ValidationError: `Duration` amounts must be positive, got: -1',
    `    at Duration.seconds (${at('node_modules/aws-cdk-lib/core/lib/duration.js')}:1:99)`,
    `    at new OrderWorkflow (${at('lib/orders/order-workflow.ts')}:12:34)`,
    `    at ${at('bin/app.ts')}:7:3`,
  ];
  expect(appErrorIn(output)).toBe(
    'lib/orders/order-workflow.ts:12:34: ValidationError: `Duration` amounts must be positive, got: -1',
  );
});

test('names the place of an error that has no stack', () => {
  const output = [`${at('lib/orders/order-workflow.ts')}:12`, "import { x } from './y.ts';", 'SyntaxError: no x: y'];
  expect(appErrorIn(output)).toBe('lib/orders/order-workflow.ts:12: SyntaxError: no x: y');
});

test('finds no error in other output', () => {
  expect(appErrorIn(['Killed'])).toBeUndefined();
});
