import { LambdaClient, paginateListFunctions, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';

/** The functions that are deployed in the emulator. Their settings and state stay when their code is replaced. */
export class DeployedFunctions {
  readonly #client = new LambdaClient();

  /** Replaces the code of functions, by their entries, and returns the entries that functions have. */
  async replace(codes: ReadonlyMap<string, string>): Promise<string[]> {
    if (codes.size === 0) return [];
    const archives = new Map([...codes].map(([entry, code]) => [entry, archiveOf(code)]));
    const functions = (await this.#entries()).filter(({ entry }) => archives.has(entry));
    await Promise.all(
      functions.map(({ name, entry }) => {
        return this.#client.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: archives.get(entry) }));
      }),
    );
    return [...new Set(functions.map(({ entry }) => entry))];
  }

  /** Returns the names of all functions and their entries. */
  async #entries(): Promise<{ name: string; entry: string }[]> {
    const found = [];
    for await (const { Functions = [] } of paginateListFunctions({ client: this.#client }, {})) {
      for (const { FunctionName: name, Environment } of Functions) {
        const entry = Environment?.Variables?.POWERTOOLS_SERVICE_NAME;
        if (name && entry) found.push({ name, entry });
      }
    }
    return found;
  }
}

function archiveOf(code: string): Uint8Array {
  return zipSync({ 'index.js': strToU8(code) }, { level: 0 });
}
