import { LambdaClient, paginateListFunctions, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';

/** The functions that are deployed in the emulator. */
export class DeployedFunctions {
  readonly #client: LambdaClient;

  constructor(client = new LambdaClient()) {
    this.#client = client;
  }

  /** Replaces the code of every function of an entry and returns their number. Their settings and state stay. */
  async replace(entry: string, code: string): Promise<number> {
    const ZipFile = zipSync({ 'index.js': strToU8(code) }, { level: 0 });
    const names = await this.#named(entry);
    await Promise.all(
      names.map((FunctionName) => this.#client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }))),
    );
    return names.length;
  }

  /** Returns the names of the functions of an entry. */
  async #named(entry: string): Promise<string[]> {
    const names: string[] = [];
    for await (const { Functions = [] } of paginateListFunctions({ client: this.#client }, {})) {
      for (const { FunctionName, Environment } of Functions) {
        if (FunctionName && Environment?.Variables?.POWERTOOLS_SERVICE_NAME === entry) names.push(FunctionName);
      }
    }
    return names;
  }
}
