import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from './ports.ts';

/** A step of `lambda/orders` as the simulation runs it. */
export interface SimulatedStep {
  readonly entry: string;
  readonly run: (ports: Ports, settings: Record<string, string>) => (input: unknown) => Promise<unknown>;
}

const ORDERS = join(import.meta.dirname, '../../lambda/orders');

/** Every step by its entry: `x.handler.ts` connects the step that `x.ts` defines. */
export const STEPS: Promise<ReadonlyMap<string, SimulatedStep>> = load();

async function load(): Promise<ReadonlyMap<string, SimulatedStep>> {
  const files = globSync('**/*.handler.ts', { cwd: ORDERS });
  const steps = await Promise.all(files.map((file) => stepIn(join(ORDERS, file.replace('.handler.ts', '.ts')))));
  return new Map(steps.map((step) => [step.entry, step]));
}

async function stepIn(file: string): Promise<SimulatedStep> {
  const exported: Record<string, unknown> = await import(file);
  const step = Object.values(exported).find(isStep);
  if (!step) throw new Error(`${file} defines no step`);
  return step;
}

function isStep(value: unknown): value is SimulatedStep {
  return typeof value === 'object' && value !== null && 'entry' in value && 'run' in value;
}
