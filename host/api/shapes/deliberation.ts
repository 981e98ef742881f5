/** Minutes. Types only: nothing here runs. */

export type MinutesView = {
  packet: string
  no: number
  workshop: string
  recorded: boolean
  text: string
  dissents: { expert: string; name: string; text: string }[]
  /** Who sat at this item. */
  present: string[]
  speakers: { expert: string; name: string; text: string }[]
  motions: { text: string; by: string; outcome: string }[]
  at: string | null
}
