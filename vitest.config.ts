import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // The shell's own code runs against a fake Electron: importing the real package would start a download.
    alias: [
      { find: /^electron$/, replacement: fileURLToPath(new URL('test/helpers/fake-electron.ts', import.meta.url)) },
    ],
  },
  test: {
    include: ['{core,schemes,db,host,electron,renderer,build,test}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Tests wait for browsers, disks and clocks as well as they reckon: with one more than the cores none stands idle.
    maxWorkers: availableParallelism() + 1,
    // A journey starts a host and a browser, on two slow cores with others at work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
