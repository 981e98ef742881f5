/** The register of earlier workshops on this computer, and what the collection's extract adds to it. */
import { listEarlierWorkshops, setting } from '#db/queries/device.ts'
import type { RegisterView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { keptExtract } from '../hub/signed-extract.ts'

/** `register.list`. */
export function showRegister({ host }: Pick<Ctx, 'host'>): RegisterView {
  const { device } = host.store
  const extract = keptExtract(host)
  return {
    workshops: listEarlierWorkshops(device).map(({ position: _, ...workshop }) => workshop),
    importedAt: setting(device, 'register.importedAt') ?? null,
    source: setting(device, 'register.source') ?? null,
    extract: extract && {
      signer: extract.signer,
      at: extract.at,
      bans: extract.bans.length,
      applications: extract.applications.length,
    },
  }
}
