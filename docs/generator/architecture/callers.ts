import type { DeployedResources } from './deployed-resources.ts';

/** The proof that a caller brings, by a method's type of authorization. */
const PROOFS: Record<string, string> = {
  AWS_IAM: 'AWS signature',
  COGNITO_USER_POOLS: 'Cognito token',
  CUSTOM: "partner's token",
};

/** The callers' box, with the proofs that the API's methods demand of them. */
export function callersBox({ all }: DeployedResources): string {
  const proofs = all.flatMap(({ type, properties: { AuthorizationType, ApiKeyRequired } }) => {
    if (type !== 'AWS::ApiGateway::Method') return [];
    return [PROOFS[AuthorizationType as string], ApiKeyRequired && 'API key'].filter(Boolean).join(' and ') || [];
  });
  return `callers("<b>Callers</b><br/>${[...new Set(proofs)].join('<br/>')}")`;
}
