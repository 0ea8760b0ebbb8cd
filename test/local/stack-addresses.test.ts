import { apiAddresses } from '../../local/platform/stack-addresses.ts';

test('finds each API among the outputs once, with its address in the emulator', () => {
  const outputs = {
    'local-api': {
      ApiUrl: 'https://0618b6c4.execute-api.eu-central-1.amazonaws.com/v1/',
      RestApiEndpoint0551178A: 'https://0618b6c4.execute-api.eu-central-1.amazonaws.com/v1/',
    },
    'local-messaging': { QueueUrl: 'http://127.0.0.1:4566/000000000000/orders' },
  };
  expect(apiAddresses(outputs, 'http://127.0.0.1:4566')).toEqual([
    'http://127.0.0.1:4566/restapis/0618b6c4/v1/_user_request_/',
  ]);
});
