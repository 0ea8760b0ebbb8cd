import { Match } from 'aws-cdk-lib/assertions';
import { accessOf, inDev, inProd, prodWith } from './access-stacks.ts';

const inPool = (properties: object) => inProd.template.hasResourceProperties('AWS::Cognito::UserPool', properties);

test('customers sign themselves up', () => {
  inPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } });
});

test('customers are known by an e-mail address, however it is spelled, that they proved to be theirs', () => {
  inPool({
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
    Schema: [{ Name: 'email', Required: true, Mutable: true }],
  });
});

test('a new e-mail address takes the place of the old one when it is verified', () => {
  inPool({ UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } });
});

test('a password has 12 characters at least, of all four kinds', () => {
  inPool({
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 1,
      },
    },
  });
});

test('a forgotten password is recovered by e-mail, never by a text message', () => {
  inPool({ AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] } });
});

test.each([
  ['optional', 'OPTIONAL'],
  ['required', 'ON'],
] as const)('a second factor that is %s is an authenticator app, never a text message', (mfa, expected) => {
  const { template } = accessOf(prodWith({ mfa }));
  template.hasResourceProperties('AWS::Cognito::UserPool', {
    MfaConfiguration: expected,
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    SmsConfiguration: Match.absent(),
  });
});

test('a second factor that is off is not asked for', () => {
  const { template } = accessOf(prodWith({ mfa: 'off' }));
  template.hasResourceProperties('AWS::Cognito::UserPool', { MfaConfiguration: 'OFF', EnabledMfas: Match.absent() });
});

test('the plan lets a trigger add scopes to access tokens', () => {
  inDev.template.hasResourceProperties('AWS::Cognito::UserPool', { UserPoolTier: 'ESSENTIALS' });
});

test('the customers of prod are protected and outlive their stack; those of dev go with it', () => {
  inProd.template.hasResource('AWS::Cognito::UserPool', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { DeletionProtection: 'ACTIVE' },
  });
  inDev.template.hasResource('AWS::Cognito::UserPool', {
    DeletionPolicy: 'Delete',
    Properties: { DeletionProtection: 'INACTIVE' },
  });
  expect([inProd.stack.terminationProtection, inDev.stack.terminationProtection]).toEqual([true, false]);
});
