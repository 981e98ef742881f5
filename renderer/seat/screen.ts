/** What kind of device this is: too narrow for three panes, or worked by finger. */
import { useSyncExternalStore } from 'react'

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

/** The list of applications goes into a drawer. */
export function useIsNarrow(): boolean {
  return useMedia('(max-width: 1249px)')
}

/** A finger: the keyboard on the glass must not open by itself. */
export function useIsTouch(): boolean {
  return useMedia('(pointer: coarse)')
}
