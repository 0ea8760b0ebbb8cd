import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { ChangedFile } from './hunt/fresh-modules.ts';

const ROOT = join(import.meta.dirname, '../..');
const TSC = join(ROOT, 'node_modules/.bin/tsc');

interface Diagnostic {
  readonly severity: number;
  readonly message: string;
}

/** A message of the Language Server Protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/**
 * The type checker, kept running: a program per file would take seconds.
 *
 * TypeScript 7 has no stable API but the protocol of editors. https://microsoft.github.io/language-server-protocol/
 */
export class LanguageServer {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers = new Map<number, (result: unknown) => void>();
  #received = Buffer.alloc(0);
  #requests = 0;
  #last = Promise.resolve<string[]>([]);

  constructor() {
    this.#process = spawn(process.execPath, [TSC, '--lsp', '--stdio'], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout.on('data', (data: Buffer) => this.#receive(data));
  }

  async start(): Promise<void> {
    const capabilities = { textDocument: { diagnostic: {} } };
    await this.#ask('initialize', { processId: process.pid, rootUri: pathToFileURL(ROOT).href, capabilities });
    this.#notify('initialized', {});
  }

  /** The errors that a file has with this content, and those that it causes in other files, if it has none. */
  errorsOf(changed: ChangedFile, others: readonly string[]): Promise<string[]> {
    // One after the other: the files that are open belong to one change.
    this.#last = this.#last.then(() => this.#check(changed, others));
    return this.#last;
  }

  end(): void {
    this.#process.stdin.end();
  }

  async #check({ file, source }: ChangedFile, others: readonly string[]): Promise<string[]> {
    this.#open(file, source);
    for (const other of others) this.#open(other, readFileSync(join(ROOT, other), 'utf8'));
    const files = [file, ...others];
    const errors: string[] = [];
    for (const each of files) if (errors.length === 0) errors.push(...(await this.#errors(each)));
    for (const each of files) this.#notify('textDocument/didClose', { textDocument: { uri: uriOf(each) } });
    return errors;
  }

  #open(file: string, text: string): void {
    const textDocument = { uri: uriOf(file), languageId: 'typescript', version: 1, text };
    this.#notify('textDocument/didOpen', { textDocument });
  }

  async #errors(file: string): Promise<string[]> {
    const answer = await this.#ask('textDocument/diagnostic', { textDocument: { uri: uriOf(file) } });
    const { items } = answer as { items: Diagnostic[] };
    return items.filter(({ severity }) => severity === 1).map(({ message }) => message);
  }

  #ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#requests;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#answers.set(id, resolve);
    this.#send({ id, method, params });
    return promise;
  }

  #notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const start = this.#received.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString('latin1', 0, start))?.[1]);
      if (start < 4 || this.#received.length < start + length) return;
      this.#answer(JSON.parse(this.#received.toString('utf8', start, start + length)));
      this.#received = this.#received.subarray(start + length);
    }
  }

  #answer({ id, method, result }: Message): void {
    if (id === undefined) return;
    // A question of the server; nothing is configured.
    if (method) this.#send({ id, result: null });
    else this.#answers.get(id)?.(result);
  }
}

function uriOf(file: string): string {
  return pathToFileURL(join(ROOT, file)).href;
}
