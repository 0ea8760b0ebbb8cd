/** Endpoint and default region of the emulator. */
export interface EmulatorAddress {
  /** Its address, such as http://127.0.0.1:4566. */
  readonly endpoint: string;
  /** The default region. */
  readonly region: string;
}

/** Variables of the user that are removed, so that a local run calls nothing but the emulator. */
const USER_SETTINGS = /^(AWS|CDK|PYTHON)|_PROXY$/i;

/** Returns environment variables with which AWS clients and the CDK call only the emulator. */
export function emulatorEnvironment(
  inherited: NodeJS.ProcessEnv,
  { endpoint, region }: EmulatorAddress,
): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(inherited).filter(([name]) => !USER_SETTINGS.test(name))),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Replaces the environment variables of this process. */
export function enterEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) delete process.env[name];
  }
  Object.assign(process.env, environment);
}
