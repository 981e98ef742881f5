/** Where in the desk this window is: read from the address fragment, so that back, forward and reload work. */
import { create } from 'zustand'
import type { StageId } from '#core/scheme/scheme.ts'

/** A part of a round: a stage's own screen, or one of the screens that belong to the whole round. */
export type View = StageId | 'packet' | 'notice' | 'choices' | 'seats' | 'ledger' | 'devices' | 'print' | 'authority'
export type Route =
  | { page: 'rounds' }
  | { page: 'new-round' }
  | { page: 'help'; chapter: string | null }
  | { page: 'device' }
  | { page: 'open'; path: string | null }
  | { page: 'schemes' }
  | { page: 'scheme'; scheme: string }
  | { page: 'round'; round: string; view: View | null; item: string | null; tab: string | null; place: Place | null }
/** A page of one of the papers, to be opened at once. */
type Place = { file: string; page: number }

function read(fragment: string): Route {
  // How the shell names a file that somebody double-clicked.
  const opened = new URLSearchParams(fragment.replace(/^#/, '')).get('open')
  if (opened) return { page: 'open', path: opened }
  const [first, round, view, item, tab, file, page] = fragment.replace(/^#\/?/, '').split('/').map(decodeURIComponent)
  if (first === 'new') return { page: 'new-round' }
  if (first === 'help') return { page: 'help', chapter: round ?? null }
  if (first === 'open') return { page: 'open', path: round || null }
  if (first === 'device') return { page: 'device' }
  if (first === 'schemes') return { page: 'schemes' }
  if (first === 'scheme' && round !== undefined) return { page: 'scheme', scheme: round }
  if (first !== 'round' || round === undefined) return { page: 'rounds' }
  const place = file === undefined ? null : { file, page: Number(page) || 1 }
  return { page: 'round', round, view: (view as View | undefined) ?? null, item: item ?? null, tab: tab ?? null, place }
}

/** The current route; changes with the address. */
export const useRoute = create<Route>(() => read(location.hash))
window.addEventListener('hashchange', () => useRoute.setState(read(location.hash), true))

/** The address of a part of a round. */
export function hrefOf(round: string, view?: View, item?: string, tab?: string): string {
  const parts = ['round', round, view, item, tab].filter((part) => part !== undefined)
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

/** The address of one page of an application's papers. */
export function hrefOfPage(round: string, packet: string, { file, page }: Place): string {
  return `${hrefOf(round, 'packet', packet, 'files')}/${encodeURIComponent(file)}/${page}`
}

/** The address of a scheme's page. */
export function hrefOfScheme(scheme: string): string {
  return `#/scheme/${encodeURIComponent(scheme)}`
}

/** The address at which a bundle or archive on this computer is looked at. */
export function hrefOfFile(path: string): string {
  return `#/open/${encodeURIComponent(path)}`
}

/** Goes to an address made by {@link hrefOf}, or to the rounds. */
export function go(href: string): void {
  location.hash = href
}
