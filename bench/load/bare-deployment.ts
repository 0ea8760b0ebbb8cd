import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CdkCli } from '../../local/platform/cdk-cli.ts';
import type { LocalPlatform } from '../../local/platform/local-platform.ts';
import { apiAddresses, type OutputsFile } from '../../local/platform/stack-addresses.ts';
import { SupervisedProcesses } from '../../local/processes/supervised-processes.ts';

/** Deploys the bare function next to a local platform and returns the address of its API. */
export async function deployBare(platform: LocalPlatform, userPoolId: string): Promise<string> {
  const folder = join(platform.folder, 'load');
  await mkdir(folder, { recursive: true });
  const outputsFile = join(folder, 'outputs.json');
  const cdk = new CdkCli({ folder, processes: new SupervisedProcesses(), environment: platform.environment });
  const app = `${process.execPath} bench/load/bare-app.ts`;
  const context = ['--context', `userPoolId=${userPoolId}`, '--context', `folder=${folder}`];
  const how = ['--method=direct', '--require-approval=never', '--outputs-file', outputsFile];
  await cdk.run(['deploy', 'load', '--app', app, '--output', join(folder, 'cdk.out'), ...context, ...how]);
  const outputs: OutputsFile = JSON.parse(await readFile(outputsFile, 'utf8'));
  const [address] = apiAddresses(outputs, platform.endpoint);
  if (!address) throw new Error(`the stack of the bare function has no address of an API among its outputs`);
  return address;
}
