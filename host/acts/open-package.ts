/** On an expert's computer: a package becomes a round of this store, or brings a round that is here up to date. */
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { putBundleKey } from '#db/queries/bundle-keys.ts'
import type { BundleLook, OpenedPackage } from '../api/shapes.ts'
import { plantRound, takeIn } from '../archive/contents.ts'
import { kindName, lookAtBundle, withBundle } from '../archive/open.ts'
import type { Ctx } from '../host.ts'
import { enter } from '../room.ts'
import { showRound } from '../views/round.ts'

/** What a file is, before anything is done with it. @throws Refused `not-a-bundle`, `damaged-bundle`, `newer-bundle`. */
export async function showBundle({ host }: Ctx, input: { path: string }): Promise<BundleLook> {
  const look = await lookAtBundle(path.resolve(input.path))
  const isHere = host.store.rounds().some(({ id }) => id === look.round)
  return { ...look, is: look.kind, isHere, isOwn: look.from === host.store.chain, ...kindName(look.kind) }
}

/** @throws Refused `wrong-bundle`, and as `withBundle`, `plantRound`, `takeIn`. */
export function openPackage(
  ctx: Ctx,
  input: { path: string; passphrase?: string | undefined },
): Promise<OpenedPackage> {
  const file = path.resolve(input.path)
  return withBundle(file, input, async (bundle) => {
    const { manifest } = bundle
    if (manifest.kind !== 'package' || !manifest.reply) {
      const { kind, instead } = kindName(manifest.kind)
      return refuse('wrong-bundle', { path: file, kind, instead })
    }
    const keys = { package: JSON.stringify(manifest) }
    const isHere = ctx.host.store.rounds().some(({ id }) => id === manifest.round)
    if (!isHere) {
      await plantRound(ctx, bundle, { readOnly: false, keys })
      return { ...showRound(ctx, manifest), added: manifest.entries, known: 0 }
    }
    const room = enter(ctx, manifest.round)
    const { added, known } = await takeIn(ctx, room, bundle)
    if (manifest.from !== ctx.host.store.chain) putBundleKey(room.file, 'package', keys.package)
    return { ...showRound(ctx, manifest), added: added.length, known }
  })
}
