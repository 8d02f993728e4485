import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          environment: 'node',
          include: ['shared/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'addon',
          environment: 'node',
          include: ['sheets-addon/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'extension',
          environment: 'node',
          include: ['extension/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'extension/build/**'],
        },
      },
    ],
  },
})
