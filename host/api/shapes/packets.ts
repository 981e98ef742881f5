/** Applications, their fields, files and facts. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { FactValue, FieldValue, PacketFile, Proof } from '#core/ledger/kinds.ts'
import type { Refusal } from '#core/refusal.ts'
import type { PacketState } from './common.ts'

export type PacketRow = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  occupation: string
  source: string
  state: PacketState
  files: number
  pages: number
  /** Notes of the import, and what the form says that cannot be right. */
  warnings: number
  emptyFields: number
  factsRecorded: number
  factsWanted: number
  visited: boolean
  minuted: boolean
}

export type FieldView = {
  id: string
  label: Text
  kind: 'line' | 'long' | 'rows' | 'block'
  /** Columns of a `rows` field. */
  columns: { id: string; label: Text }[]
  value: FieldValue | null
  /** Where on the form it stands; null for what nobody read. */
  readFrom: Text | null
  correction: { from: FieldValue | null; reason: string; at: string; by: string } | null
  personal: boolean
  /** Of a long text: counted as Word counts. */
  count: { words: number; characters: number } | null
}

export type PacketFileView = PacketFile & {
  problemText: Text | null
  /** Numbers of other applications that hold the very same file. */
  alsoIn: number[]
  /** Whether words can be found in it; null where that is no question, or not known yet. */
  text: 'text' | 'none' | 'unread' | null
}

export type PacketView = PacketRow & {
  fields: FieldView[]
  fileList: PacketFileView[]
  /** What the form says that cannot be right, or that was read with doubt; without fields, what the papers go beyond. */
  findings: { fields: string[]; text: Text }[]
  /** Every version that came in, the current one last; older ones keep their files. */
  versions: { version: number; source: string; at: string; files: PacketFileView[] }[]
  skipped: string[]
  warningTexts: Text[]
  materials: { id: string; clause: string; text: Text; present: boolean | null }[]
  conditions: { id: string; clause: string; text: Text }[]
  check: { outcome: 'accepted' | 'returned' | 'withdrawn'; note: string; at: string; by: string } | null
  facts: FactView[]
}

export type FactView = {
  key: string
  item: string
  name: Text
  type: 'yes-no' | 'decimal' | 'count' | 'counts-per-year'
  unit: Text | null
  proofHint: Text
  value: FactValue | null
  proof: Proof | null
  note: string
  /** Recorded at the desk from papers, or changed by a site visit. */
  visit: string | null
  at: string | null
}

export type ImportAnswer = {
  imported: {
    packet: string
    source: string
    /** More than 1 where it superseded an older version of the same application. */
    version: number
    files: { name: string; kind: string; pages: number | null }[]
    pages: number
    fields: Record<string, FieldValue>
    warnings: string[]
  }[]
  refused: { source: string; code: string; message: string; detail: Refusal['detail'] }[]
  /** Sources that hold several applicants, as the program would tell them apart; they also stand in `refused`. */
  toConfirm: {
    path: string
    source: string
    applicants: { unit: string; leader: string; files: string[] }[]
    left: string[]
  }[]
}

/** How far a running import is. */
export type ImportProgress = {
  sources: { done: number; of: number }
  files: number
  bytes: { done: number; of: number }
  /** Null until it can be told. */
  secondsLeft: number | null
  /** The source begun last. */
  current: string
  cancelling: boolean
}

/** Ranked lists of recommending units, line by line beside the packets. */
export type RecommendedView = {
  lists: { source: string; at: string; lines: number }[]
  lines: {
    source: string
    rank: string
    unit: string
    leader: string
    occupation: string
    /** The packet it was matched with; null when none came. */
    packet: string | null
    no: number | null
    /** What of the two does not agree. */
    differs: ('unit' | 'leader' | 'occupation')[]
  }[]
  /** Packets that no list names. */
  unlisted: { packet: string; no: number; workshop: string; unit: string; leader: string; occupation: string }[]
}

/** One import as it ended. */
export type ImportReport = {
  at: string
  by: string
  imported: {
    packet: string
    no: number
    source: string
    version: number
    workshop: string
    unit: string
    warnings: string[]
  }[]
  refused: { source: string; code: string; message: Text }[]
  cancelled: boolean
}

/** Where words stand in papers. */
export type PaperSearch = {
  hits: {
    packet: string
    no: number
    workshop: string
    unit: string
    sha256: string
    /** The file's name in the packet. */
    name: string
    /** 1 for a Word or Excel file, which has no pages before it is printed. */
    page: number
    before: string
    found: string
    after: string
  }[]
  /** There are more than are shown. */
  more: boolean
  /** PDFs without any text, as scanners make them: nothing can be found in them. */
  scans: number
  /** Papers that could not be read, or not to their end. */
  unread: number
  /** Papers not read yet; searching again goes on with them. */
  waiting: number
}
