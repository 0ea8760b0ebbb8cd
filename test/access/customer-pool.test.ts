import { Match } from 'aws-cdk-lib/assertions';
import { accessOf, inDev, inProd, prodWith } from './access-stacks.ts';

const inPool = (properties: object) => inProd.template.hasResourceProperties('AWS::Cognito::UserPool', properties);

test('customers can sign up themselves', () => {
  inPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } });
});

test('customers sign in with a verified, case-insensitive e-mail address', () => {
  inPool({
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
    Schema: [{ Name: 'email', Required: true, Mutable: true }],
  });
});

test('a new e-mail address replaces the old one after it is verified', () => {
  inPool({ UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } });
});

test('a password has at least 12 characters of all four kinds', () => {
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

test('a stage can turn the second factor off', () => {
  const { template } = accessOf(prodWith({ mfa: 'off' }));
  template.hasResourceProperties('AWS::Cognito::UserPool', { MfaConfiguration: 'OFF', EnabledMfas: Match.absent() });
});

test('the plan lets a trigger add scopes to access tokens', () => {
  inDev.template.hasResourceProperties('AWS::Cognito::UserPool', { UserPoolTier: 'ESSENTIALS' });
});

test('the user pool of prod is protected and retained; that of dev is deleted with its stack', () => {
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
