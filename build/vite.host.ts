// The host: the command line, the same host as a process beside Electron's windows, the reader of packets and the typist of papers.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { root } from './repo.mjs'
import { nodeBundle } from './vite.node.ts'

const entries = {
  cli: 'doors/cli.ts',
  process: 'doors/process.ts',
  reader: 'intake/reader.ts',
  typist: 'papers/typist.ts',
}

/** The host's entries, bundled into this folder. */
export function hostBundles(folder: string): InlineConfig[] {
  const there = Object.entries(entries)
    .map(([name, file]) => [name, join(root, 'host', file)] as const)
    .filter(([, file]) => existsSync(file))
  return [nodeBundle({ entries: Object.fromEntries(there), folder })]
}
