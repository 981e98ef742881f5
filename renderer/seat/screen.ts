/** What kind of device this is: too narrow for three panes, or worked by finger. */
import { useSyncExternalStore } from 'react'
import { useLook } from '../kit/look.ts'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (told) => {
      const media = matchMedia(query)
      media.addEventListener('change', told)
      return () => media.removeEventListener('change', told)
    },
    () => matchMedia(query).matches,
  )
}

/** The list of applications goes into a drawer: on a tablet, and earlier when the type is largest. */
export function useIsNarrow(): boolean {
  const isLargest = useLook((look) => look.size === 'largest')
  return useMedia(`(max-width: ${isLargest ? 1499 : 1249}px)`)
}

/** A finger: the keyboard on the glass must not open by itself. */
export function useIsTouch(): boolean {
  return useMedia('(pointer: coarse)')
}
