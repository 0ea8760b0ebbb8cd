import { apiAddress } from '../../client/api-address.ts';

/** Stack outputs as the CDK CLI writes them: by stack, by name. */
export type OutputsFile = Record<string, Record<string, string>>;

const API_URL = /^https:\/\/[^.]+\.execute-api\.[^/]+\/[^/]+\/$/;

/** Returns the distinct addresses of the APIs of deployed stacks in an emulator. */
export function apiAddresses(outputs: OutputsFile, endpoint: string): string[] {
  const apiUrls = Object.values(outputs)
    .flatMap((stack) => Object.values(stack))
    .filter((value) => API_URL.test(value));
  return [...new Set(apiUrls.map((url) => apiAddress(new URL(url), endpoint).href))];
}
