/** Keeps what the engine has compiled, so that the next start need not do it again. */
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { defaultStore } from './default-store.ts'

/**
 * Switches the engine's cache on, beside the data of the store these arguments name. Not in the folder for passing
 * files, where anybody on this computer could put code before us; and only where a store is, so that checking a
 * workbook leaves nothing behind. What it holds may be deleted at any time.
 */
export function keepCompiled(args: readonly string[]): void {
  const named = args.indexOf('--store')
  const store = (named < 0 ? undefined : args[named + 1]) ?? defaultStore()
  if (existsSync(path.join(store, 'device.sqlite'))) enableCompileCache(path.join(store, 'compiled'))
}
