import tseslint from 'typescript-eslint';

// Types are checked by the compiler; the lint refuses what compiles and is still wrong. Warnings are errors.
export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'apps/web/**', '.data/**', '.cache/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: '../tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/require-await': 'off',
      // A row of hand-written SQL has the type that its query says; an assertion there is the statement of it.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-params': 'off',
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-depth': ['error', 4],
    },
  },
  // Scripts are plain Node, which runs before any compiler is installed.
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.spec.ts', 'test/**', 'libs/schema/src/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
);
