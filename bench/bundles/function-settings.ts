import { OrderPlatformStage } from '../../lib/order-platform-stage.ts';
import { dev } from '../../lib/stages/dev.ts';
import { templateApp } from '../../lib/template-app.ts';

/** Settings that Lambda adds to the environment of every function. */
const LAMBDA = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' };
/** A value that only a deployment knows, such as an ARN or the address of the payment provider. */
const UNKNOWN = 'https://known-when-deployed.example';

/** Environments of the functions of the stage `dev`, by entry. */
export function functionSettings(): Map<string, NodeJS.ProcessEnv> {
  const { stacks } = new OrderPlatformStage(templateApp(), dev).synth();
  const resources: { Type: string; Properties?: { Environment?: { Variables: Record<string, unknown> } } }[] =
    stacks.flatMap(({ template }) => Object.values(template.Resources));
  return new Map(
    resources
      .filter(({ Type, Properties }) => Type === 'AWS::Lambda::Function' && Properties?.Environment)
      .map(({ Properties }) => environment(Properties?.Environment?.Variables ?? {})),
  );
}

function environment(variables: Record<string, unknown>): [string, NodeJS.ProcessEnv] {
  const known = Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : UNKNOWN]);
  return [String(variables.POWERTOOLS_SERVICE_NAME), { ...Object.fromEntries(known), ...LAMBDA }];
}
