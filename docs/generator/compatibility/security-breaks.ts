import type { Document, OperationObject } from './document.ts';

type Requirement = Readonly<Record<string, readonly string[]>>;

/** Lists stricter security requirements: each combination of credentials that was sufficient must still be. */
export function securityBreaks(
  released: Document,
  today: Document,
  was: OperationObject,
  is: OperationObject,
): string[] {
  const ways = waysOf(is);
  const enough = (before: Requirement) => ways.some((now) => asksNoMore(now, before));
  const refused = waysOf(was).filter((before) => !enough(before));
  const schemes = [...new Set(waysOf(was).flatMap(Object.keys))].filter(
    (name) => schemeOf(released, name) !== schemeOf(today, name),
  );
  return [
    ...refused.map((before) => `${textOf(before)} is not sufficient, expected ${ways.map(textOf).join(' or ')}`),
    ...schemes.map((name) => `${name} is sent in another way`),
  ];
}

function waysOf({ security = [] }: OperationObject): readonly Requirement[] {
  return security.length > 0 ? security : [{}];
}

function asksNoMore(now: Requirement, before: Requirement): boolean {
  return Object.entries(now).every(
    ([scheme, scopes]) => scopes.every((scope) => before[scheme]?.includes(scope)) && before[scheme],
  );
}

function textOf(requirement: Requirement): string {
  const schemes = Object.entries(requirement).map(([name, scopes]) => [name, ...scopes].join(' '));
  return schemes.join(' and ') || 'nothing';
}

/** The way in which a credential is sent; the address of its issuer depends on the stage. */
function schemeOf({ components }: Document, name: string): string {
  const { type, scheme, in: place, name: header } = components?.securitySchemes?.[name] ?? {};
  return JSON.stringify([type, scheme, place, header]);
}
