// The shell: Electron's main process, and the preload, which a sandboxed window can only load as CommonJS.
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { root } from './repo.mjs'
import { nodeBundle } from './vite.node.ts'

/** Main process and preload, bundled into this folder. */
export function electronBundles(folder: string): InlineConfig[] {
  const shell = join(root, 'electron')
  return [
    nodeBundle({ entries: { main: join(shell, 'main.ts') }, folder }),
    nodeBundle({ entries: { preload: join(shell, 'preload.ts') }, folder, format: 'cjs' }),
  ]
}
