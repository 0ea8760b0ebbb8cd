import { InMemoryPayments } from './in-memory-payments.ts';
import { describePaymentProvider } from './payment-provider-contract.ts';
import { fixedCredential, PaymentsOverHttp } from './payments-over-http.ts';
import { type ServedSandbox, serveSandbox, TIMEOUTS } from './sandbox-server.ts';

const CREDENTIAL = 'a-credential-that-the-sandbox-takes';

describePaymentProvider('memory', () => new InMemoryPayments());

describe('over HTTP', () => {
  let sandbox: ServedSandbox;
  beforeAll(async () => {
    sandbox = await serveSandbox(CREDENTIAL);
  });
  afterAll(() => sandbox.close());

  describePaymentProvider(
    'the sandbox',
    () => new PaymentsOverHttp(sandbox.url, fixedCredential(CREDENTIAL), TIMEOUTS),
  );
});
