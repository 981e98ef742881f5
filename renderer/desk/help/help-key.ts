/** F1 opens the guide at the chapter for the screen one is on. */
import { useEffect } from 'react'
import { go, type Route, useRoute, type View } from '../route.ts'
import { chapterFor } from './cut.ts'

/** What a round shows when its address names no part of it: the stage it is at. */
let shown: View | null = null

/** Says which part of a round is on the screen. */
export function useShownPart(view: View): void {
  useEffect(() => {
    shown = view
  }, [view])
}

/** Where help for a route is. */
export function helpHref(route: Route): string {
  const screen = route.page === 'round' ? (route.view ?? shown ?? 'rounds') : route.page
  return `#/help/${chapterFor[screen as keyof typeof chapterFor] ?? 'begin'}`
}

export function useHelpKey(): void {
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return
      event.preventDefault()
      const route = useRoute.getState()
      if (route.page !== 'help') go(helpHref(route))
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [])
}
