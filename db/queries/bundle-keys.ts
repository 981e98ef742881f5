/** Keys of a round's bundles, and what this device got the round by. */
import { eq } from 'drizzle-orm'
import type { ReadHandle, WriteHandle } from '../open.ts'
import { bundleKeys } from '../schema/round.ts'

/**
 * `identity`: opens the work that comes back. `seal`: proves that work comes from a package of this round. `passphrase`:
 * opens the packages. `package`: on a device that got the round by package, that package's manifest.
 */
export type BundleKeyName = 'identity' | 'seal' | 'passphrase' | 'package'

export function bundleKey(handle: ReadHandle, name: BundleKeyName): string | undefined {
  return handle.select().from(bundleKeys).where(eq(bundleKeys.name, name)).get()?.value
}

export function putBundleKey(handle: WriteHandle, name: BundleKeyName, value: string): void {
  handle
    .insert(bundleKeys)
    .values({ name, value })
    .onConflictDoUpdate({ target: bundleKeys.name, set: { value } })
    .run()
}
