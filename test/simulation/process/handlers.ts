import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { Workflow } from '../workflow.ts';
import { replaceBuiltins } from './replace-builtins.ts';
import { replaceNetwork } from './replace-network.ts';
import { watchWarmState } from './warm-state.ts';

/** A function of Lambda. */
export type Handler = (event: unknown, context: object) => Promise<unknown>;

const LAMBDA = join(import.meta.dirname, '../../../lambda');
/** The environment that Lambda gives every function. */
const OF_LAMBDA = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'simulated', AWS_SECRET_ACCESS_KEY: 'simulated' };

let loading: Promise<ReadonlyMap<string, Handler>> | undefined;

/**
 * The handlers of a stage's functions by their entries, each imported with the settings that the stage deploys.
 *
 * A thread loads them once: modules are imported once.
 */
export function handlersOf(functions: Workflow['functions'], entries: readonly string[]) {
  loading ??= load(functions, entries);
  return loading;
}

async function load(functions: Workflow['functions'], entries: readonly string[]) {
  replaceBuiltins();
  const own = { ...process.env };
  process.env = { ...own, ...OF_LAMBDA };
  replaceNetwork();
  await watchWarmState();
  const handlers = new Map<string, Handler>();
  for (const entry of entries) {
    process.env = { ...own, ...OF_LAMBDA, ...functions[entry]?.settings };
    handlers.set(entry, await handlerIn(fileOf(entry)));
  }
  process.env = { ...own, ...OF_LAMBDA };
  // The first request of a process reads the configuration of the SDK from files, in real time.
  await new DynamoDBClient().send(new ListTablesCommand());
  return handlers;
}

async function handlerIn(file: string): Promise<Handler> {
  const { handler } = await import(join(LAMBDA, file));
  return handler;
}

function fileOf(entry: string): string {
  const [capability, name] = entry.split('/');
  const [file, ...others] = globSync(`${capability}/**/${name}.handler.ts`, { cwd: LAMBDA });
  if (!file || others.length > 0) throw new Error(`expected one handler of ${entry}, got ${1 + others.length}`);
  return file;
}
