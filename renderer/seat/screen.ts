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

/** A dialog lies over the work; the keys of the work are silent. One that was closed may stay in the page, unseen. */
export function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.getClientRects().length > 0)
}

/** A key that still belongs to the input method: the Enter or space that chooses a word. */
export function isInputMethodKey(event: KeyboardEvent): boolean {
  // Safari ends the composition before it tells of the key; 229 is what is left of it.
  return event.isComposing || event.keyCode === 229
}
