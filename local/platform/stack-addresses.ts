/** The outputs of deployed stacks, as the CDK CLI writes them: by stack, by name. */
export type StackOutputs = Record<string, Record<string, string>>;

/** Where the APIs of deployed stacks answer in an emulator, each address once. */
export function apiAddresses(outputs: StackOutputs, endpoint: string): string[] {
  const addresses = Object.values(outputs)
    .flatMap((stack) => Object.values(stack))
    .map((value) => /^https:\/\/([^.]+)\.execute-api\.[^/]+\/([^/]+)\/$/.exec(value))
    .filter((match) => match !== null)
    .map(([, api, stage]) => `${endpoint}/restapis/${api}/${stage}/_user_request_/`);
  return [...new Set(addresses)];
}
