import { UncatchableError } from '../faults.ts';

/** A way in which a call can be performed: most have one. */
export interface Option {
  readonly label: string;
  readonly effect: () => Promise<unknown>;
  /** Returns false while the state of the platform does not allow it. */
  readonly enabled: () => boolean;
  /** True if the caller may time out before the effect. */
  readonly mayBeLate: boolean;
}

/** A call of an actor that waits to be performed. */
export interface Call {
  /** The number of the call in the run of its actor. */
  readonly id: number;
  readonly options: readonly Option[];
}

/** The answer to a call. */
export type Answer = { readonly value: unknown } | { readonly error: Error };

/** Makes a call that the explorer performs in one of these ways; the answer arrives then. */
export type Ask = (...options: readonly Option[]) => Promise<unknown>;

/** Runs a part of an actor; after its end, the actor depends on the result and not on the answers that led to it. */
export type Part = <T>(run: (ask: Ask) => Promise<T>) => Promise<T>;

/** The code of an actor: the same answers lead to the same calls. */
export interface Actor {
  readonly name: string;
  readonly run: (part: Part) => Promise<unknown>;
}

/** The point that an actor has reached by the answers so far. */
export interface Position {
  /** The same after any answers that lead to the same point. */
  readonly id: number;
  readonly pending: readonly Call[];
}

interface Answered {
  readonly call: number;
  readonly answer: Answer;
}

/** The positions of an actor, each computed by running its code on the answers that lead to it. */
export class Positions {
  readonly name: string;
  readonly #actor: Actor;
  readonly #histories: (readonly Answered[])[] = [];
  readonly #next = new Map<string, Position>();
  readonly #known = new Map<string, Position>();

  constructor(actor: Actor) {
    this.name = actor.name;
    this.#actor = actor;
  }

  first(): Promise<Position> {
    return this.#at([]);
  }

  /** The position after the answer to one of its calls. */
  async after(before: Position, call: Call, answer: Answer): Promise<Position> {
    const key = `${before.id} ${call.id} ${textOf(answer)}`;
    const known = this.#next.get(key);
    if (known) return known;
    const next = await this.#at([...(this.#histories[before.id] ?? []), { call: call.id, answer }]);
    this.#next.set(key, next);
    return next;
  }

  async #at(history: readonly Answered[]): Promise<Position> {
    const { pending, point } = await replayed(this.#actor, history);
    const known = this.#known.get(point);
    if (known) return known;
    const position = { id: this.#histories.length, pending };
    this.#histories.push(history);
    this.#known.set(point, position);
    return position;
  }
}

/** A part of an actor's run: its answers while it runs, its result after its end. */
interface RunPart {
  /** The number of calls that it made. */
  calls: number;
  readonly answers: string[];
  result?: string;
}

type Asked = Call & PromiseWithResolvers<unknown> & { readonly part: RunPart; readonly place: number };

/** Runs an actor on the answers to its calls so far; returns the calls that it makes then, and a text for the point. */
async function replayed({ run }: Actor, history: readonly Answered[]): Promise<{ pending: Call[]; point: string }> {
  const parts: RunPart[] = [];
  const asked: Asked[] = [];
  let over = false;
  const part: Part = async (body) => {
    const each: RunPart = { calls: 0, answers: [] };
    parts.push(each);
    const ask: Ask = (...options) => {
      if (over) return Promise.reject(new UncatchableError('the replay is over'));
      const call = { id: asked.length, options, part: each, place: each.calls++, ...Promise.withResolvers<unknown>() };
      asked.push(call);
      return call.promise;
    };
    try {
      const value = await body(ask);
      each.result = textOf({ value });
      return value;
    } catch (error) {
      each.result = textOf({ error: error as Error });
      throw error;
    }
  };
  const end = run(part).catch(() => {});
  await settled();
  for (const { call, answer } of history) {
    const { resolve, reject, part, place } = asked[call] as Asked;
    part.answers.push(`${place} ${textOf(answer)}`);
    if ('error' in answer) reject(answer.error);
    else resolve(answer.value);
    await settled();
  }
  const point = JSON.stringify(parts.map(({ answers, result }) => result ?? answers));
  const answered = new Set(history.map(({ call }) => call));
  const pending = asked.filter(({ id }) => !answered.has(id));
  // Ends the code that waits, and its timers.
  over = true;
  for (const { reject } of pending) reject(new UncatchableError('the replay is over'));
  await end;
  return { pending: pending.map(({ id, options }) => ({ id, options })), point };
}

/** Waits until all promises that can settle have settled. */
function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

function textOf(answer: Answer): string {
  return 'error' in answer ? `${answer.error.name}: ${answer.error.message}` : String(JSON.stringify(answer.value));
}
