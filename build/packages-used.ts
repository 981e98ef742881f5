// Writes down which packages a bundle holds: their licences travel with the program.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** The list beside a bundle. */
export const packagesFile = 'packages.json'

/** Writes `packages.json` beside the bundle: the folders below node_modules that it took code from. */
export function packagesUsed(): Plugin {
  return {
    name: 'packages-used',
    generateBundle() {
      const found = new Set<string>()
      for (const id of this.getModuleIds()) {
        const name = packageOf(id)
        if (name) found.add(name)
      }
      this.emitFile({ type: 'asset', fileName: packagesFile, source: JSON.stringify([...found].sort(), null, 1) })
    },
  }
}

/** The package folder of a module: "antd", "@noble/hashes", "a/node_modules/b"; undefined for our own code. */
export function packageOf(id: string): string | undefined {
  const [, inside] = id
    .replaceAll('\\', '/')
    .replace(/\?.*$/, '')
    .split(/\/node_modules\/(.*)/s)
  if (!inside) return undefined
  const steps = inside.split('/node_modules/')
  const last = steps.at(-1)?.match(/^(?:@[^/]+\/)?[^/]+/)?.[0]
  return last ? [...steps.slice(0, -1), last].join('/node_modules/') : undefined
}

/** The names in a bundle's list. */
export function packagesIn(file: string): string[] {
  return JSON.parse(readFileSync(file, 'utf8')) as string[]
}
