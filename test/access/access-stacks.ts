import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { AccessDataStack } from '../../lib/access/access-data-stack.ts';
import { PartnerAuthorizer } from '../../lib/access/partner-authorizer.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { SignInConfig } from '../../lib/stages/sign-in-config.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { templateApp } from '../../lib/template-app.ts';

/** The access stack of a stage and its template. */
export function accessOf(stage: StageConfig) {
  const stack = new AccessDataStack(templateApp(), 'access-data', { stage });
  return { stack, template: Template.fromStack(stack) };
}

/** The routes that partners can be entitled to. */
const ROUTES = { placePartnerOrder: 'POST/partner/orders' };

/** An API of a stage with one method, for partners. */
export function partnerApiOf(stage: StageConfig) {
  const data = new AccessDataStack(templateApp(), 'access-data', { stage });
  const stack = new Stack(data.node.root, 'api', { env: { account: stage.account, region: stage.region } });
  const { authorizer } = new PartnerAuthorizer(stack, 'Partners', { stage, data, routes: ROUTES });
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('POST', new apigateway.MockIntegration(), { authorizer });
  return { data, stack, template: Template.fromStack(stack) };
}

/** The stage prod with changes to its sign-in. */
export const prodWith = (signIn: Partial<SignInConfig>): StageConfig => ({
  ...prod,
  signIn: { ...prod.signIn, ...signIn },
});

export const inProd = accessOf(prod);
export const inDev = accessOf(dev);

/** A reference to a logical id with the given prefix. */
export const idOf = (start: string) => ({ Ref: Match.stringLikeRegexp(`^${start}`) });
