import { availableParallelism } from 'node:os';
import { runCommand } from '../local/command-line/run-command.ts';
import { LocalPlatform } from '../local/platform/local-platform.ts';
import { type LocalFigures, measureLocalRun } from './local/local-run.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Differs from the ports of `npm start`, of the end-to-end tests and of other measurements. */
const PORT = 4606;
const LOAD_SECONDS = 20;
const GB = 1e9;

/** A figure with its goal. */
interface Verdict {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number;
  /** True if a higher value is better. */
  readonly higher?: boolean;
}

function verdicts(figures: LocalFigures): Verdict[] {
  return [
    { name: 'deployment', value: figures.steps.get('Deploy the stage') ?? 0, unit: 's', goal: 4 },
    { name: 'memory at rest', value: figures.restBytes / GB, unit: 'GB', goal: 0.6 },
    { name: 'memory under load', value: figures.loadBytes / GB, unit: 'GB', goal: 2 },
    { name: 'orders accepted', value: figures.acceptedPerSecond, unit: 'a second', goal: 65, higher: true },
    { name: 'orders completed', value: figures.completedPerSecond, unit: 'a second', goal: 12, higher: true },
  ];
}

/** Measures a local platform of its own: its start, the demo, its memory, and orders from acceptance to end. */
await runCommand(async () => {
  const platform = new LocalPlatform({ port: PORT });
  const work = async () => {
    const figures = await measureLocalRun(platform, LOAD_SECONDS);
    console.log(`On ${availableParallelism()} cores, ${new Date().toISOString().slice(0, 10)}:`);
    for (const [title, seconds] of figures.steps)
      console.log(`  ${title.padEnd(44)}${seconds.toFixed(1).padStart(6)} s`);
    console.log(`  ${'The demo'.padEnd(44)}${figures.demoSeconds.toFixed(1).padStart(6)} s`);
    for (const { name, value, unit, goal, higher } of verdicts(figures)) {
      const reached = higher ? value >= goal : value <= goal;
      console.log(`${reached ? 'PASS' : 'MISS'}  ${name}: ${value.toFixed(1)} ${unit}, goal ${goal}`);
    }
    return 0;
  };
  return await untilInterrupted(work, () => platform.stop());
});
