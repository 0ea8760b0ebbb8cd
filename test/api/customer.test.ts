import { customerOf } from '../../lambda/api/http/customer.ts';
import { anEvent, authorizedAs, CUSTOMER } from './an-event.ts';

test('takes a customer by what the user pool calls them, in each of their sessions', () => {
  expect(customerOf(anEvent())).toBe(CUSTOMER);
});

test('takes a partner by what the authorizer calls it', () => {
  expect(customerOf(anEvent({ requestContext: authorizedAs('partner-acme') }))).toBe('partner-acme');
});

test.each(['', 'user', 'partner-', CUSTOMER])('takes nobody for a partner that is called %p', (principalId) => {
  expect(() => customerOf(anEvent({ requestContext: authorizedAs(principalId) }))).toThrow(
    'which authorizer does its route have?',
  );
});
