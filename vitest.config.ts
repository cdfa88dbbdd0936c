import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{terms,engines,contract}/src/**/*.test.ts', 'desk/src/**/*.test.ts'],
          // A property of a few hundred examples takes seconds on a machine that also runs servers and browsers.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          globalSetup: ['server/src/testing/template-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'house', include: ['checks/src/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'journeys',
          include: ['checks/journeys/**/*.journey.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
