/** F1 opens the guide at the chapter for the screen one is on. */
import { useEffect } from 'react'
import { go, type Route, useRoute } from '../route.ts'
import { chapterFor } from './cut.ts'

/** Where help for a route is. */
export function helpHref(route: Route): string {
  const screen = route.page === 'round' ? (route.view ?? 'rounds') : route.page
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
