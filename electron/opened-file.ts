// The file somebody double-clicked: which of a start's words it is, and the desk's address for it.
import { isAbsolute, resolve } from 'node:path'

/** The bundle or archive named on a command line, made absolute; undefined if there is none. */
export function fileIn(words: readonly string[], folder: string): string | undefined {
  const named = words.findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.jpa'))
  if (named === undefined) return undefined
  return isAbsolute(named) ? named : resolve(folder, named)
}

/** The part of the desk's address at which that file is looked at. */
export function addressOf(file: string | undefined): string {
  return file === undefined ? '' : `#${new URLSearchParams({ open: file })}`
}
