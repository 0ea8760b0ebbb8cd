import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';
import { runningFunctions } from '../functions/running-functions.ts';

/** The functions that are deployed in the emulator. Their settings and state stay when their code is replaced. */
export class DeployedFunctions {
  readonly #client = new LambdaClient();

  /** Replaces the code of functions, by their entries, and returns the entries that functions have. */
  async replace(codes: ReadonlyMap<string, string>): Promise<string[]> {
    if (codes.size === 0) return [];
    const archives = new Map([...codes].map(([entry, code]) => [entry, archiveOf(code)]));
    const functions = (await runningFunctions()).filter(({ entry }) => archives.has(entry));
    await Promise.all(
      functions.map(({ functionName, entry }) => {
        const replacement = { FunctionName: functionName, ZipFile: archives.get(entry) };
        return this.#client.send(new UpdateFunctionCodeCommand(replacement));
      }),
    );
    return [...new Set(functions.map(({ entry }) => entry))];
  }
}

function archiveOf(code: string): Uint8Array {
  return zipSync({ 'index.js': strToU8(code) }, { level: 0 });
}
