import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpRequest, HttpResponse } from '../../aws/http.ts';

/** The surroundings that the process of a function gives it: time, randomness, the network and its log. */
export interface Surroundings {
  now(): number;
  /** A number of at least 0 and below 1. */
  random(): number;
  /** Calls a function later; returns a function that cancels the call. */
  after(milliseconds: number, run: () => void): () => void;
  send(request: HttpRequest): Promise<HttpResponse>;
  log(line: string): void;
}

/** The surroundings of the function that is running; nothing outside of functions. */
export const SURROUNDINGS = new AsyncLocalStorage<Surroundings | undefined>();
