/** Minutes. Types only: nothing here runs. */

export type MinutesView = {
  packet: string
  no: number
  workshop: string
  recorded: boolean
  text: string
  dissents: { expert: string; name: string; text: string }[]
  /** Who may speak to it: declared and not recused. */
  seats: { expert: string; seat: number; name: string }[]
  /** Who sat at this item when the minutes were written. */
  present: string[]
  speakers: { expert: string; name: string; text: string }[]
  motions: { text: string; by: string; outcome: string }[]
  at: string | null
}
