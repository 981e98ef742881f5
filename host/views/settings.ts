/** How this computer's desk is set. Kept by the host: a window forgets, and a browser remembers per address. */
import { setting } from '#db/queries/device.ts'
import type { DeskSettings } from '../api/shapes.ts'
import type { Ctx, Host } from '../host.ts'

const unset: Omit<DeskSettings, 'folder'> = { lang: null, size: null, contrast: null, place: '', greeted: false }

/** The settings, with the usual value for what nobody has set. */
export function showSettings({ host }: Ctx): DeskSettings {
  return deskSettings(host)
}

export function deskSettings(host: Host): DeskSettings {
  const kept = setting(host.store.device, 'desk')
  const changed = kept ? (JSON.parse(kept) as Partial<DeskSettings>) : {}
  return { ...unset, ...changed, folder: host.store.folder }
}
