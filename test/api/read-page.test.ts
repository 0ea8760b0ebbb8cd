import { readPage } from '../../lambda/api/http/read-page.ts';
import { ORDER_ID } from '../../lambda/api/http/request-parameters.ts';
import { anEvent } from './an-event.ts';
import { named, refusalOf } from './refusal-of.ts';

describe('a page', () => {
  const ULID = '01JD3Y9N6C8Q2VZ4K5T7M0XRWE';
  const cursorOf = (text: string) => Buffer.from(text).toString('base64url');
  const asked = (queryStringParameters: Record<string, string> | null) =>
    readPage(anEvent({ queryStringParameters }), ORDER_ID);

  test('has 20 entries and is the first by default', () => {
    expect(asked(null)).toEqual({ value: { limit: 20 } });
    expect(asked({ limit: '100', cursor: cursorOf(ULID) })).toEqual({ value: { limit: 100, after: ULID } });
  });

  test.each(named('0', '101', '-1', '1.5', '1e1', '0x10', 'ten', '', ' ', '9'.repeat(10_000)))(
    'is refused with the limit %s',
    (_, limit) => {
      expect(refusalOf(asked({ limit }))).toMatchObject({ statusCode: 400, errors: [{ field: 'limit' }] });
    },
  );

  test.each(
    named(
      '',
      'a b',
      'x'.repeat(10_000),
      ULID,
      cursorOf('POT'),
      cursorOf(`${ULID}!`),
      cursorOf('{"customerId":"another"}'),
      `${cursorOf(ULID)}=`,
    ),
  )('is refused with the cursor %s', (_, cursor) => {
    expect(refusalOf(asked({ cursor }))).toMatchObject({ statusCode: 400, errors: [{ field: 'cursor' }] });
  });

  test('ignores unknown parameters, as the cache does', () => {
    expect(asked({ limit: '2', customerId: 'another' })).toEqual({ value: { limit: 2 } });
  });
});
