/** This computer as its desk sees it. Types only: nothing here runs. */
import type { Lang, Text } from '#core/lang.ts'

/** How the person at this desk wants the screens. */
export type DeskSettings = {
  /** null, here and below: nobody has chosen yet. */
  lang: Lang | null
  size: 'normal' | 'large' | 'largest' | null
  contrast: 'normal' | 'high' | null
  /** Where in the desk the window last was, as an address fragment. */
  place: string
  /** The folder that holds all rounds of this computer. */
  folder: string
  /** True once the first tour was seen. */
  greeted: boolean
}

/** One thing that was looked at. `todo` says what helps where it is not well. */
export type Finding = { id: string; state: 'well' | 'warning' | 'bad'; what: Text; todo: Text | null }

/** Without names, numbers and scores: fit to be sent to a stranger. */
export type Diagnosis = {
  at: string
  version: string
  node: string
  system: string
  well: boolean
  findings: Finding[]
}

/** An installer that may be started by hand. */
export type UpdateAnswer = { file: string; version: string; now: string }

/** Whether signing keys on this computer are bound to it, and when its recovery passphrase was made (null: none yet). */
export type KeyBinding = { bound: boolean; recovery: string | null }
