// Lint of the pages' scripts and of their tests: faults, not taste; the house's style is in the files.
import js from '@eslint/js';
import globals from 'globals';

const rules = {
  ...js.configs.recommended.rules,
  'array-callback-return': 'error',
  'default-case-last': 'error',
  eqeqeq: 'error',
  'no-constructor-return': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-promise-executor-return': 'error',
  'no-restricted-properties': [
    'error',
    { property: 'innerHTML', message: 'Words of others would become markup: use textContent and append.' },
    { property: 'outerHTML', message: 'Words of others would become markup: use replaceWith.' },
    { property: 'insertAdjacentHTML', message: 'Words of others would become markup: use append.' },
  ],
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-unreachable-loop': 'error',
  'no-unused-vars': ['error', { caughtErrors: 'none' }],
  'no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
};

export default [
  { ignores: ['**/target/', '**/node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/static/js/**/*.js'], languageOptions: { globals: { ...globals.browser, L: 'readonly' } }, rules },
  { files: ['**/src/test/js/**/*.js', '*.config.js'], languageOptions: { globals: globals.node }, rules },
];
