// Everything runs as ES modules from the TypeScript sources; #libs/* resolves to sources by the private condition.
export default {
  rootDir: '..',
  testEnvironment: 'node',
  testSequencer: '<rootDir>/scripts/test/longest-first.mjs',
  testEnvironmentOptions: { customExportConditions: ['@jiayuan/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2023',
          keepClassNames: true,
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Modules of a spec that is over stay in its worker; one that is full of them only collects garbage.
  workerIdleMemoryLimit: '1500MB',
  // No test is judged by its speed; the limit only ends what hangs on a busy machine.
  testTimeout: 300_000,
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};
