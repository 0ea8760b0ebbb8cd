import { customerOf } from '../../lambda/api/http/customer.ts';
import { anEvent, authorizedAs, CUSTOMER } from './an-event.ts';

test('identifies a customer by the subject of the access token', () => {
  expect(customerOf(anEvent())).toBe(CUSTOMER);
});

test('identifies a partner by the principal of the authorizer', () => {
  expect(customerOf(anEvent({ requestContext: authorizedAs('partner-acme') }))).toBe('partner-acme');
});

test.each(['', 'user', 'partner-', CUSTOMER])('refuses %p as the principal of a partner', (principalId) => {
  expect(() => customerOf(anEvent({ requestContext: authorizedAs(principalId) }))).toThrow(
    'neither a customer nor a partner',
  );
});
