/** What the desk has put before the room. Types only: nothing here runs. */

/** One application before the room, with those who are recused from it and leave. */
export type FloorItem = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  leaving: { expert: string; seat: number; name: string }[]
}

export type FloorView = {
  item: FloorItem | null
  /** The application after it by number: its recused are told before. */
  next: FloorItem | null
  since: string | null
  timerEnds: string | null
  /** The wall shows the title only. */
  muted: boolean
  /** False: the wall shows seats without names. */
  names: boolean
}
