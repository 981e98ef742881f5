// The screens: one page per audience, so that a tablet never downloads the desk.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { packagesUsed } from './packages-used.ts'
import { root } from './repo.mjs'
import { quietLogger } from './vite.node.ts'

/** The audiences whose screens there are. */
export const audiences = ['desk', 'seat', 'wall'].filter((name) => existsSync(pageOf(name)))

/** Lets the seat's page open when the host cannot be reached. */
const worker = 'seat-worker'

function pageOf(audience: string) {
  return join(root, 'renderer', audience, 'index.html')
}

/** All screens, bundled into this folder. */
export function rendererBundles(folder: string): InlineConfig[] {
  return [
    {
      configFile: false,
      customLogger: quietLogger,
      logLevel: 'warn',
      root: join(root, 'renderer'),
      base: '/',
      publicDir: false,
      plugins: [react(), packagesUsed()],
      build: {
        outDir: folder,
        emptyOutDir: false,
        // The oldest tablet promised, and the Chromium that the last Windows 7 and 8 machines stopped at.
        target: ['chrome109', 'safari15.4'],
        assetsDir: 'assets',
        // Inlined pictures and fonts would be data: addresses, which the policy allows for pictures only.
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        // antd is large, and it comes from the local disk.
        chunkSizeWarningLimit: 4000,
        rolldownOptions: {
          input: {
            ...Object.fromEntries(audiences.map((name) => [name, pageOf(name)])),
            [worker]: join(root, 'renderer', 'seat', `${worker}.ts`),
          },
          // Before every chunk that makes a schema: the entry's own code runs after what it imports.
          output: {
            // A browser takes a worker for the whole site only from its root, and under a name that stays.
            entryFileNames: ({ name }) => (name === worker ? `${worker}.js` : 'assets/[name]-[hash].js'),
            codeSplitting: { groups: [{ name: 'no-eval', test: /no-eval/ }] },
          },
        },
      },
    },
  ]
}

/** The page that is exported beside a workbook: one script without imports, for {@link makeCheckPage} to put inside. */
export function checkBundle(folder: string): InlineConfig {
  return {
    configFile: false,
    customLogger: quietLogger,
    logLevel: 'warn',
    root: join(root, 'renderer'),
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: ['chrome109', 'safari15.4'],
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      lib: {
        entry: join(root, 'renderer', 'check', 'main.ts'),
        formats: ['iife'],
        name: 'check',
        fileName: () => 'check.js',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  }
}
