import { describeContradictions } from './contradictions-contract.ts';
import { InMemoryPayments } from './in-memory-payments.ts';
import { describePaymentProvider } from './payment-provider-contract.ts';
import { fixedCredential, PaymentsOverHttp } from './payments-over-http.ts';
import { type ServedSandbox, serveSandbox, TIMEOUTS } from './sandbox-server.ts';

const CREDENTIAL = 'a-credential-that-the-sandbox-takes';

describePaymentProvider('memory', () => new InMemoryPayments());
describeContradictions('memory', () => {
  const payments = new InMemoryPayments();
  return {
    payments,
    answerWrongly: (difference) => {
      payments.wrong = difference;
    },
  };
});

describe('over HTTP', () => {
  let sandbox: ServedSandbox;
  beforeAll(async () => {
    sandbox = await serveSandbox(CREDENTIAL);
  });
  afterAll(() => sandbox.close());

  const client = () => new PaymentsOverHttp(sandbox.url, fixedCredential(CREDENTIAL), TIMEOUTS);
  describePaymentProvider('the sandbox', client);
  describeContradictions('the sandbox', () => ({ payments: client(), answerWrongly: sandbox.answerWrongly }));
});
