import { defineConfig } from 'vitest/config';

// Tests start real processes and browsers, which take their time on a small machine.
export default defineConfig({
  test: { testTimeout: 60_000, hookTimeout: 180_000, include: ['tests/**/*.test.ts'] },
});
