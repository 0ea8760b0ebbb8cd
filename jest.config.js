/** Tests read TypeScript through swc, never synthesize with the CDK's template validator, and never bundle. */
const shared = {
  testEnvironment: '<rootDir>/test/platform/test-environment.ts',
  // Published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(hyparquet|jose)/)'],
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
};

export default {
  // By default, Jest leaves one core idle.
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/test/platform/summary-reporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
      globalSetup: '<rootDir>/test/platform/run-folder-setup.ts',
      globalTeardown: '<rootDir>/test/platform/run-folder-teardown.ts',
      setupFiles: ['<rootDir>/test/platform/jest-setup.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/test/e2e/setup.ts',
      globalTeardown: '<rootDir>/test/e2e/teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/test/e2e/jest-setup.ts'],
    },
  ],
};
