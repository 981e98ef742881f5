/** Language, type size and place of the desk, kept by the host: a desktop window forgets when it closes. */
import { useLang } from '../kit/lang.ts'
import { useLook } from '../kit/look.ts'
import { desk } from './client.ts'
import { useRoute } from './route.ts'

/**
 * Takes up what the host remembers, then tells it every change. Ends when the first screen may be drawn; a host
 * that does not answer leaves the usual settings.
 */
export async function rememberDesk(): Promise<void> {
  const kept = await desk.settings.show({}).catch(() => null)
  if (kept) {
    if (kept.lang) useLang.setState({ lang: kept.lang })
    if (kept.size) useLook.setState({ size: kept.size })
    if (kept.contrast) useLook.setState({ contrast: kept.contrast })
    // A window that was reloaded knows its place itself.
    if (location.hash === '' && kept.place.startsWith('#/')) location.hash = kept.place
  }
  const save = (change: Parameters<typeof desk.settings.save>[0]) => void desk.settings.save(change).catch(() => {})
  useLang.subscribe(({ lang }) => save({ lang }))
  useLook.subscribe(({ size, contrast }) => save({ size, contrast }))
  useRoute.subscribe(() => save({ place: location.hash.slice(0, 400) }))
}
