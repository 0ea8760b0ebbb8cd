import { until } from '../../client/until.ts';
import { expectProblem } from './answers.ts';
import { callingPartner, newCustomer, sendInTime } from './callers.ts';
import { deployed, PATIENCE } from './deployed.ts';
import { functionLogs } from './logs.ts';

const SECRET = `swordfish-${crypto.randomUUID()}`;
const CARD = '4111 1111 1111 1111';

test('the secrets of a refused request appear neither in the answer nor in a log', async () => {
  const startedAt = new Date();
  const platform = await deployed();
  const customer = newCustomer(platform);
  const client = platform.operator.as(customer.credentials);
  const secrets = [`tok_${SECRET.replaceAll('-', '_')}`, CARD, CARD.replaceAll(' ', ''), SECRET];
  const [goodToken = '', ...others] = secrets;
  const unicorn = [{ sku: 'UNICORN', quantity: 1 }];
  const bodies = [
    JSON.stringify({ lines: unicorn, paymentToken: goodToken }),
    ...others.flatMap((secret) => [
      JSON.stringify({ lines: unicorn, paymentToken: secret }),
      JSON.stringify({ lines: unicorn, paymentToken: { password: secret } }),
      JSON.stringify({ lines: unicorn, paymentToken: 'tok_visa', password: secret }),
    ]),
  ];
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  for (const body of bodies) {
    const answer = await sendInTime(client, { method: 'POST', path: '/orders', headers, body });
    expectProblem(answer, 400);
    const answered = Buffer.from(answer.bytes).toString();
    for (const secret of secrets) expect(answered).not.toContain(secret);
  }
  // The refusal of a partner is logged, without its token.
  const partner = await callingPartner(platform);
  const expired = await partner.partner.tokens.signExpired();
  const turnedAway = platform.operator.as(partner.as(async () => expired));
  expectProblem(await sendInTime(turnedAway, { method: 'POST', path: '/partner/orders' }), 401);
  const { accessToken } = await customer.tokens();
  const signatures = [accessToken, expired].map((each) => each.split('.')[2] ?? '');
  const lines = await until('the log line of the partner who was turned away', PATIENCE, async () => {
    const logged = await functionLogs(startedAt);
    return logged.some((line) => line.includes('ERR_JWT_EXPIRED')) ? logged : undefined;
  });
  for (const secret of [...secrets, ...signatures, partner.apiKey]) {
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  }
});
