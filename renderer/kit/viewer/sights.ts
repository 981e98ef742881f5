/**
 * How each file was last looked at: page, zoom, turns, and which pages were read. Kept for this tab only, so that a reload
 * finds the place again; leaving a seat clears the tab's storage, and a new page begins without any.
 */
import { firstSight, type Sight } from './frame.ts'

const drawer = 'jiangping.sights'

type Kept = { sights: [string, Sight][]; last: [string, string][] }

function readKept(): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(drawer) ?? '') as Kept
    return { sights: kept.sights.map(([id, sight]) => [id, { ...firstSight, ...sight }]), last: kept.last }
  } catch {
    return { sights: [], last: [] }
  }
}

const kept = readKept()
/** Files are named by content, so the memory may outlive the screen. */
const sights = new Map(kept.sights)
/** The file each set of files was last opened at. */
const last = new Map(kept.last)

function keep(): void {
  try {
    sessionStorage.setItem(drawer, JSON.stringify({ sights: [...sights], last: [...last] } satisfies Kept))
  } catch {
    // Without storage the place is remembered until the page is reloaded.
  }
}

export const sightOf = (file: string): Sight => sights.get(file) ?? firstSight
export const lastFileOf = (files: string): string | undefined => last.get(files)

export function changeSight(file: string, part: Partial<Sight>): void {
  sights.set(file, { ...sightOf(file), ...part })
  keep()
}

export function rememberFile(files: string, file: string): void {
  last.set(files, file)
  keep()
}
