import type { Document, OperationObject } from './document.ts';

type Requirement = Readonly<Record<string, readonly string[]>>;

/** What asks for more of callers than before: each way that was enough must still be. */
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
    ...refused.map((before) => `${textOf(before)} is no longer enough: ${ways.map(textOf).join(' or ')}`),
    ...schemes.map((name) => `${name} is sent otherwise`),
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

/** How a scheme is sent; where tokens are had is the stage's. */
function schemeOf({ components }: Document, name: string): string {
  const { type, scheme, in: place, name: header } = components?.securitySchemes?.[name] ?? {};
  return JSON.stringify([type, scheme, place, header]);
}
