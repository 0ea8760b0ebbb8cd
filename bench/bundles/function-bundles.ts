import { join } from 'node:path';
import { bundleInto } from '../../lib/platform/bundle-functions.ts';

/** A part of the AWS SDK: its package, and what a function imports from it. */
export interface SdkPart {
  readonly from: string;
  readonly names: readonly string[];
}

/** The bundle of a function. */
export interface FunctionBundle {
  /** The function's capability and name. */
  readonly entry: string;
  readonly file: string;
  readonly bytes: number;
  /** The SDK clients that the bundle contains, with the commands it sends. */
  readonly sdk: readonly SdkPart[];
}

const SDK_FILE =
  /node_modules\/(@aws-sdk\/(?:client-[^/]+|lib-dynamodb))\/dist-es\/(?:commands\/)?(\w+(?:Client|Command))\.js$/;

/** Bundles all functions into a folder as they are deployed. */
export async function functionBundles(folder: string): Promise<FunctionBundle[]> {
  const { outputs } = await bundleInto(folder);
  return Object.entries(outputs).map(([output, { bytes, inputs }]) => {
    const entry = output.split('/').slice(-3, -1).join('/');
    return { entry, file: join(folder, entry, 'index.js'), bytes, sdk: sdkParts(Object.keys(inputs)) };
  });
}

function sdkParts(inputs: readonly string[]): SdkPart[] {
  const files = inputs.flatMap((input) => {
    const [, from, name] = SDK_FILE.exec(input) ?? [];
    return from && name ? [{ from, name }] : [];
  });
  return Object.entries(Object.groupBy(files, ({ from }) => from)).map(([from, each = []]) => ({
    from,
    names: each.map(({ name }) => name),
  }));
}
