import {
  type Content,
  type Document,
  type OperationObject,
  type Parameter,
  type Response,
  resolve,
} from './document.ts';
import { SchemaComparison } from './schema-comparison.ts';
import { securityBreaks } from './security-breaks.ts';

/**
 * Lists the changes of an API that break clients of the released one, one message each.
 *
 * Requests may require less and allow more. Responses may have new fields, in addition to the existing ones. Clients ignore
 * unknown fields and handle an unknown problem status by its class (RFC 9110, section 15). They branch on the values of
 * enumerations and on success statuses, so new ones are breaking changes.
 */
export function breakingChanges(released: Document, today: Document): string[] {
  const operations = Object.entries(released.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const breaks = operations.flatMap(({ path, method, operation }) => {
    const now = today.paths[path]?.[method];
    const where = `${method.toUpperCase()} ${path}`;
    return now ? new OperationComparison(released, today, where).breaks(operation, now) : [`${where} was removed`];
  });
  const addresses = (released.servers ?? []).filter(({ url }) => !today.servers?.some((server) => server.url === url));
  return [...addresses.map(({ url }) => `${url} was removed`), ...new Set(breaks)];
}

class OperationComparison {
  readonly #released: Document;
  readonly #today: Document;
  readonly #where: string;
  readonly #requests: SchemaComparison;
  readonly #answers: SchemaComparison;

  constructor(released: Document, today: Document, where: string) {
    this.#released = released;
    this.#today = today;
    this.#where = where;
    this.#requests = new SchemaComparison('request', released, today);
    this.#answers = new SchemaComparison('answer', released, today);
  }

  breaks(was: OperationObject, is: OperationObject): string[] {
    return [
      ...(was.operationId === is.operationId ? [] : [`${this.#where} has the operation id ${is.operationId}`]),
      ...securityBreaks(this.#released, this.#today, was, is).map((each) => `${this.#where}: ${each}`),
      ...this.#parameters(was.parameters ?? [], is.parameters ?? []),
      ...this.#body(was.requestBody, is.requestBody),
      ...this.#responses(was.responses, is.responses),
    ];
  }

  #parameters(was: readonly Parameter[], is: readonly Parameter[]): string[] {
    const same = (left: Parameter) => (right: Parameter) => left.in === right.in && left.name === right.name;
    const known = was.flatMap((before) => {
      const now = is.find(same(before));
      const where = `${this.#where}, ${before.in} ${before.name}`;
      if (!now) return [`${where} was removed`];
      if (now.required && !before.required) return [`${where} is required`];
      return this.#requests.breaks(before.schema ?? {}, now.schema ?? {}, where);
    });
    const unknown = is.filter((now) => now.required && !was.some(same(now)));
    return [...known, ...unknown.map((now) => `${this.#where}, ${now.in} ${now.name} is required`)];
  }

  #body(was: OperationObject['requestBody'], is: OperationObject['requestBody']): string[] {
    const where = `${this.#where}, body`;
    if (!is) return was ? [`${where} was removed`] : [];
    if (is.required && !was?.required) return [`${where} is required`];
    return was ? this.#contents(was.content, is.content, where, this.#requests) : [];
  }

  #responses(was: OperationObject['responses'], is: OperationObject['responses']): string[] {
    const known = Object.entries(was).flatMap(([status, before]) => {
      const now = is[status];
      const where = `${this.#where}, ${status}`;
      if (now) return this.#response(resolve(this.#released, before), resolve(this.#today, now), where);
      return wentWell(status) ? [`${where} was removed`] : [];
    });
    const unknown = Object.keys(is).filter((status) => wentWell(status) && !was[status]);
    return [...known, ...unknown.map((status) => `${this.#where}, ${status} is new`)];
  }

  #response(was: Response, is: Response, where: string): string[] {
    const headers = Object.entries(was.headers ?? {}).flatMap(([name, before]) => {
      const now = is.headers?.[name];
      const header = `${where}, header ${name}`;
      if (!now) return [`${header} was removed`];
      if (before.required && !now.required) return [`${header} is optional`];
      return this.#answers.breaks(before.schema ?? {}, now.schema ?? {}, header);
    });
    return [...headers, ...this.#contents(was.content ?? {}, is.content ?? {}, where, this.#answers)];
  }

  #contents(was: Content, is: Content, where: string, comparison: SchemaComparison): string[] {
    return Object.entries(was).flatMap(([type, before]) => {
      const now = is[type];
      if (!now) return [`${where}, ${type} was removed`];
      return comparison.breaks(before.schema ?? {}, now.schema ?? {}, `${where}, ${type}`);
    });
  }
}

function wentWell(status: string): boolean {
  return status.startsWith('2');
}
