/** Remembers how the person at this desk wants the screens. */
import { putSetting } from '#db/queries/device.ts'
import type { DeskSettings } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { deskSettings } from '../views/settings.ts'

/** Changes the named settings and answers all of them. */
export function saveSettings({ host }: Ctx, change: Partial<DeskSettings>): DeskSettings {
  const { folder: _, ...kept } = deskSettings(host)
  putSetting(host.store.device, 'desk', JSON.stringify({ ...kept, ...change }))
  return deskSettings(host)
}
