// The host: the command line, and the same host as a process beside Electron's windows.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { root } from './repo.mjs'
import { nodeBundle } from './vite.node.ts'

/** The host's two entries, bundled into this folder. */
export function hostBundles(folder: string): InlineConfig[] {
  const doors = join(root, 'host', 'doors')
  const entries = Object.fromEntries(
    ['cli', 'process'].map((door) => [door, join(doors, `${door}.ts`)] as const).filter(([, file]) => existsSync(file)),
  )
  return [nodeBundle({ entries, folder })]
}
