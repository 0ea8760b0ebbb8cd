import type { HttpRequest } from './http.ts';
import { jsonAnswer, jsonFailure, jsonRequest } from './json-protocol.ts';
import type { Service, ServiceRequest } from './service.ts';

/** A service of a JSON protocol. */
export class JsonService implements Service {
  readonly #name: string;
  readonly #resourceOf: (input: never, operation: string) => string;
  readonly #answer: (operation: string, input: never) => object | Promise<object>;

  constructor(
    name: string,
    resourceOf: (input: never, operation: string) => string,
    answer: (operation: string, input: never) => object | Promise<object>,
  ) {
    this.#name = name;
    this.#resourceOf = resourceOf;
    this.#answer = answer;
  }

  receive(request: HttpRequest): ServiceRequest {
    const { operation, input } = jsonRequest(request);
    return {
      name: `${this.#name} ${this.#resourceOf(input as never, operation)}.${operation}`,
      perform: () => jsonAnswer(() => this.#answer(operation, input as never)),
      fail: jsonFailure,
    };
  }
}
