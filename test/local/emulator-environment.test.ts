import { emulatorEnvironment, enterEnvironment } from '../../local/platform/emulator-environment.ts';

const address = { endpoint: 'http://127.0.0.1:4600', region: 'eu-central-1' };

test.each([
  'AWS_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_ENDPOINT_URL_S3',
  'AWS_DEFAULT_REGION',
  'CDK_DEFAULT_ACCOUNT',
  'CDK_NEW_BOOTSTRAP',
  'HTTPS_PROXY',
  'http_proxy',
  'PYTHONPATH',
])("removes the user's %s", (name) => {
  expect(emulatorEnvironment({ [name]: 'something' }, address)).not.toHaveProperty(name);
});

test("replaces the user's account with the emulator", () => {
  const inherited = { AWS_ENDPOINT_URL: 'https://sts.amazonaws.com', AWS_ACCESS_KEY_ID: 'AKIA', PATH: '/usr/bin' };
  expect(emulatorEnvironment(inherited, address)).toMatchObject({
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4600',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    PATH: '/usr/bin',
  });
});

test('removes settings of this process that the environment does not have', () => {
  const before = { ...process.env };
  process.env.AWS_PROFILE = 'production';
  enterEnvironment(emulatorEnvironment(process.env, address));
  expect(process.env).toMatchObject({ AWS_ENDPOINT_URL: address.endpoint, AWS_REGION: address.region });
  expect(process.env).not.toHaveProperty('AWS_PROFILE');
  enterEnvironment(before);
});
