import { HelpRequest } from '../../ops/command-line/command-line.ts';
import { UserError } from '../../ops/user-error.ts';
import { orFullDisk } from '../platform/full-disk.ts';

/** Runs the main function of a command and exits with its code; an error of the user is one line. */
export async function runCommand(main: () => Promise<number>): Promise<never> {
  try {
    if (process.platform === 'win32')
      throw new UserError('the platform needs Linux or macOS: on Windows, run it in WSL');
    process.exit(await main());
  } catch (error) {
    if (error instanceof HelpRequest) {
      console.log(error.message);
      process.exit(0);
    }
    const shown = await orFullDisk(error);
    console.error(shown instanceof UserError ? shown.message : shown);
    process.exit(1);
  }
}
