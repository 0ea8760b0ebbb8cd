/** Where the emulator is and what it takes for granted. */
export interface EmulatorAddress {
  /** Its address, such as http://127.0.0.1:4566. */
  readonly endpoint: string;
  /** The region of calls that name none. */
  readonly region: string;
}

/** Settings of the user's AWS, CDK and Python, and of a proxy: none may lead a local run anywhere but to the emulator. */
const USER_SETTINGS = /^(AWS|CDK|PYTHON)|_PROXY$/i;

/** The variables with which AWS clients and the CDK reach the emulator and nothing else. */
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

/** Makes this process's own AWS clients reach what an environment says, and nothing else. */
export function enterEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) delete process.env[name];
  }
  Object.assign(process.env, environment);
}
