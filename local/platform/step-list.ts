import { Listr, PRESET_TIMER } from 'listr2';
import { orFullDisk } from './full-disk.ts';
import type { Step } from './step.ts';

/**
 * Runs steps in sequence and shows their progress: a live list in a terminal, plain lines elsewhere.
 *
 * @throws the error of the first step that fails; UserError if the disk is full
 */
export async function runSteps(steps: Step[]): Promise<void> {
  const list = new Listr(
    steps.map((step) => ({
      title: step.title,
      task: async (_: unknown, task: { output: string }) => {
        try {
          const outcome = await step.run((line) => {
            task.output = line;
          });
          if (outcome.length) task.output = outcome.join('\n');
        } catch (error) {
          throw await orFullDisk(error);
        }
      },
      rendererOptions: { persistentOutput: true },
    })),
    {
      registerSignalListeners: false,
      rendererOptions: { timer: PRESET_TIMER, collapseErrors: false },
      fallbackRenderer: 'simple',
      fallbackRendererOptions: { timer: PRESET_TIMER },
    },
  );
  await list.run();
}
