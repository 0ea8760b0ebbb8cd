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
 * What of an API of today breaks clients that were made for a released one, a line each; none where nothing does.
 *
 * Requests may ask for less and allow more; answers may say more, but not in the place of what they said. Clients ignore
 * fields they do not know, and read a problem of an unknown status by its class, as RFC 9110 has it (section 15). They
 * choose by the values of an enumeration and by the status of what went well, so new ones there are breaks.
 */
export function breakingChanges(released: Document, today: Document): string[] {
  const operations = Object.entries(released.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const breaks = operations.flatMap(({ path, method, operation }) => {
    const now = today.paths[path]?.[method];
    const where = `${method.toUpperCase()} ${path}`;
    return now ? new OperationComparison(released, today, where).breaks(operation, now) : [`${where} is gone`];
  });
  const addresses = (released.servers ?? []).filter(({ url }) => !today.servers?.some((server) => server.url === url));
  return [...addresses.map(({ url }) => `${url} is gone`), ...new Set(breaks)];
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
      ...(was.operationId === is.operationId ? [] : [`${this.#where} is called ${is.operationId} in clients`]),
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
      if (!now) return [`${where} is gone`];
      if (now.required && !before.required) return [`${where} must be sent`];
      return this.#requests.breaks(before.schema ?? {}, now.schema ?? {}, where);
    });
    const unknown = is.filter((now) => now.required && !was.some(same(now)));
    return [...known, ...unknown.map((now) => `${this.#where}, ${now.in} ${now.name} must be sent`)];
  }

  #body(was: OperationObject['requestBody'], is: OperationObject['requestBody']): string[] {
    const where = `${this.#where}, body`;
    if (!is) return was ? [`${where} is gone`] : [];
    if (is.required && !was?.required) return [`${where} must be sent`];
    return was ? this.#contents(was.content, is.content, where, this.#requests) : [];
  }

  #responses(was: OperationObject['responses'], is: OperationObject['responses']): string[] {
    const known = Object.entries(was).flatMap(([status, before]) => {
      const now = is[status];
      const where = `${this.#where}, ${status}`;
      if (now) return this.#response(resolve(this.#released, before), resolve(this.#today, now), where);
      return wentWell(status) ? [`${where} is gone`] : [];
    });
    const unknown = Object.keys(is).filter((status) => wentWell(status) && !was[status]);
    return [...known, ...unknown.map((status) => `${this.#where}, ${status} is new`)];
  }

  #response(was: Response, is: Response, where: string): string[] {
    const headers = Object.entries(was.headers ?? {}).flatMap(([name, before]) => {
      const now = is.headers?.[name];
      const header = `${where}, header ${name}`;
      if (!now) return [`${header} is gone`];
      if (before.required && !now.required) return [`${header} may be missing`];
      return this.#answers.breaks(before.schema ?? {}, now.schema ?? {}, header);
    });
    return [...headers, ...this.#contents(was.content ?? {}, is.content ?? {}, where, this.#answers)];
  }

  #contents(was: Content, is: Content, where: string, comparison: SchemaComparison): string[] {
    return Object.entries(was).flatMap(([type, before]) => {
      const now = is[type];
      if (!now) return [`${where}, ${type} is gone`];
      return comparison.breaks(before.schema ?? {}, now.schema ?? {}, `${where}, ${type}`);
    });
  }
}

function wentWell(status: string): boolean {
  return status.startsWith('2');
}
