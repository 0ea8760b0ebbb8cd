/** A declaration with its doc comment, as a source file has it. */
export interface Documented {
  readonly name: string;
  /** The comment's text without its tags. */
  readonly text: string;
}

/** A property of a construct's props. */
export interface DocumentedProperty extends Documented {
  readonly type: string;
  /** The text of its `@default`, or undefined if the property is required. */
  readonly byDefault: string | undefined;
}

const COMMENT = String.raw`/\*\*((?:(?!\*/).)*)\*/`;

/** The comment of an exported class or function. */
export function purposeOf(name: string, source: string): string {
  const [, comment] = new RegExp(`${COMMENT}\\nexport (?:class|function) ${name}\\b`, 's').exec(source) ?? [];
  if (comment === undefined) throw new Error(`${name} must be exported with a doc comment`);
  return textOf(comment);
}

/** The type that a construct's props extend, if they do: `Omit<s3.BucketProps, 'enforceSSL'>`. */
export function inheritedBy(name: string, source: string): string | undefined {
  return new RegExp(`^export interface ${name}Props\\s+extends (.*?) \\{\\n`, 'ms').exec(source)?.[1];
}

/** The properties of a construct's props, in the order of their declaration. */
export function propertiesOf(name: string, source: string): DocumentedProperty[] {
  const [, body = ''] = new RegExp(`^export interface ${name}Props[^{]*\\{\\n(.*?)^\\}`, 'ms').exec(source) ?? [];
  const properties = body.matchAll(new RegExp(`${COMMENT}\\n  readonly (\\w+)\\??: ([^;]+);`, 'gs'));
  const documented = [...properties].map(([, comment = '', property = '', type = '']) => ({
    name: property,
    type,
    text: textOf(comment),
    byDefault: defaultOf(comment),
  }));
  const declared = body.match(/^ {2}readonly /gm)?.length ?? 0;
  if (documented.length < declared)
    throw new Error(`Each of the ${declared} properties of ${name} must have a doc comment`);
  return documented;
}

/** The public properties and methods of a class, in the order of their declaration. */
export function membersOf(name: string, source: string): Documented[] {
  const [, body = ''] = new RegExp(`^export class ${name}\\b(.*?)^\\}`, 'ms').exec(source) ?? [];
  const members = body.matchAll(new RegExp(`${COMMENT}\\n  public (?:readonly )?(\\w+\\(?)`, 'gs'));
  return [...members].map(([, comment = '', member = '']) => ({
    name: member.replace('(', '()'),
    text: textOf(comment),
  }));
}

function textOf(comment: string): string {
  return plain(comment)
    .replace(/\n?@.*$/s, '')
    .trim();
}

function defaultOf(comment: string): string | undefined {
  return /@default (?:- )?(.*)$/s.exec(plain(comment))?.[1]?.trim();
}

/** A comment without the stars at the beginnings of its lines. */
function plain(comment: string): string {
  return comment.replaceAll(/^ *\* ?/gm, '').trim();
}
