/** What the methods answer, as screens and scripts see it. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { Door, Entry } from '#core/ledger/entry.ts'
import type { FactValue, FieldValue, Judgement, PacketFile, Proof } from '#core/ledger/kinds.ts'
import type { Refusal } from '#core/refusal.ts'
import type { ChoiceId, Origin, Scheme, StageId } from '#core/scheme/scheme.ts'

/** How far the papers of one application are. */
export type PacketState = 'unchecked' | 'accepted' | 'returned'
/** How far one expert is with one application. */
export type SheetState = 'unseen' | 'seen' | 'draft' | 'submitted' | 'recused'

export type SchemeSummary = {
  id: string
  version: number
  title: Text
  short: Text
  number: string
  issuer: string
  activities: {
    id: string
    name: Text
    clause: string
    rubric: 'always' | 'optional' | 'never'
    vote: 'always' | 'optional' | 'never'
  }[]
}

export type RoundSummary = {
  round: string
  title: string
  organiser: string
  scheme: string
  schemeShort: Text
  documentNumber: string
  activity: string
  activityName: Text
  stage: StageId
  stageName: Text
  packets: number
  experts: number
  createdAt: string
  sample: boolean
}

export type StageView = {
  id: StageId
  name: Text
  origin: Origin
  state: 'done' | 'now' | 'ahead'
  leaves: Text
  closedAt: string | null
}

/** One open question to the organiser, and the answer if there is one. */
export type ChoiceView = {
  id: ChoiceId
  name: Text
  why: Text
  /** null: not chosen yet. Shape as in core/round/choices.ts. */
  value: unknown
  /** The chosen value in words. */
  shown: Text | null
  adoptedAt: string | null
  note: string
  frozen: boolean
}

/** Something that still stands in the way, in words; `where` lets a screen jump to it. */
export type Missing = { gate: string; text: Text; where: { packet?: string; expert?: string; choice?: string } | null }

export type RoundView = RoundSummary & {
  document: Scheme['document']
  schemeTitle: Text
  withRubric: boolean
  withVote: boolean
  stages: StageView[]
  choices: ChoiceView[]
  /** What the stage that is open now still lacks; empty when it may be closed. */
  missing: Missing[]
  /** Warnings that do not stop the stage. */
  warnings: Text[]
  ledger: { entries: number; head: string }
  frozen: boolean
}

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
}

export type PacketView = PacketRow & {
  fields: FieldView[]
  fileList: (PacketFile & { problemText: Text | null })[]
  skipped: string[]
  warningTexts: Text[]
  materials: { id: string; clause: string; text: Text; present: boolean | null }[]
  conditions: { id: string; clause: string; text: Text }[]
  check: { outcome: 'accepted' | 'returned'; note: string; at: string; by: string } | null
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

export type ExpertView = {
  expert: string
  name: string
  unit: string
  post: string
  phone: string
  sourceKind: string
  specialty: string
}

export type SeatView = ExpertView & {
  seat: number
  chair: boolean
  declared: boolean
  present: boolean
  /** Last sign of life of the seat's device; null when no device has joined. */
  lastHeard: string | null
  joined: boolean
}

export type PanelView = {
  constituted: boolean
  /** What the scheme, or the organiser, asks of the panel's size. */
  wanted: { minimum: number; parity: 'odd' | 'any' }
  members: SeatView[]
  experts: ExpertView[]
  problems: Text[]
  warnings: Text[]
  applications: { packet: string; no: number; workshop: string; active: number; valid: boolean; problems: Text[] }[]
  recusals: { packet: string; expert: string; kind: string; note: string }[]
  /** Conflicts that the data suggests (same unit); the expert decides. */
  suggested: { packet: string; expert: string; why: Text }[]
}

export type SeatCode = {
  expert: string
  seat: number
  name: string
  pin: string
  /** One-time addresses of this seat, one per network address of the host; the QR code carries the first. */
  urls: string[]
  /** The QR code as an SVG. */
  qr: string
}

export type LanView = { running: boolean; port: number | null; addresses: string[]; fingerprint: string | null }

/** One row of "my applications". */
export type SheetRow = {
  packet: string
  no: number
  workshop: string
  unit: string
  occupation: string
  state: SheetState
  /** Items that still wait for this expert; 0 when complete. */
  open: number
  items: number
  /** Own total once complete; null before and where there is no rubric. */
  total: string | null
  returned: string | null
}

export type ItemView = {
  id: string
  name: Text
  max: string
  criterion: Text
  /** `fact`: follows from facts. `judgement`: this expert decides. */
  kind: 'fact' | 'judgement'
  points: string | null
  derivation: Text | null
  facts: FactView[]
  judgement: Judgement | null
  /** Highest deduction an expert may make here; null for `fact` items. */
  maxDeduct: string | null
  /** True below a standard: full marks are not to be had there, something must be deducted. */
  mustDeduct: boolean
}

export type SheetView = SheetRow & {
  expert: string
  expertName: string
  seat: number
  leader: string
  blocks: { id: string; name: Text; bonus: boolean; subtotal: string | null; max: string; items: ItemView[] }[]
  base: string | null
  bonus: string | null
  grade: string | null
  opinion: string
  openItems: string[]
  savedAt: string | null
  submittedAt: string | null
  entryHash: string | null
  rubricTitle: Text | null
  rubricClause: string | null
  fieldViews: FieldView[]
  files: (PacketFile & { problemText: Text | null })[]
}

export type DeclarationView = {
  expert: string
  name: string
  seat: number
  declared: boolean
  applications: {
    packet: string
    no: number
    workshop: string
    unit: string
    leader: string
    /** Why the data suggests a conflict; null when it does not. */
    suggested: Text | null
    conflict: { kind: string; note: string } | null
  }[]
}

export type ProgressView = {
  stage: StageId
  seats: { expert: string; seat: number; name: string; joined: boolean; lastHeard: string | null }[]
  rows: {
    packet: string
    no: number
    workshop: string
    unit: string
    states: SheetState[]
    active: number
    valid: boolean
  }[]
  counts: Record<SheetState, number>
}

export type VisitView = {
  packet: string
  no: number
  workshop: string
  recorded: boolean
  date: string | null
  place: string
  present: string[]
  opinion: string
  findings: { fact: string; name: Text; claimed: FactValue | null; seen: FactValue; note: string }[]
  /** What a change of facts did to each expert's total: before and after. */
  at: string | null
}

export type MinutesView = {
  packet: string
  no: number
  workshop: string
  recorded: boolean
  text: string
  dissents: { expert: string; name: string; text: string }[]
  at: string | null
}

export type VoteView = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  state: 'not-opened' | 'open' | 'closed'
  appointed: number
  recused: number
  entitled: number
  present: number
  /** Votes in favour that are needed, by the adopted rule. */
  needed: number
  rule: Text
  adoptedAt: string
  /** Choices stay null until the vote is closed. */
  ballots: {
    expert: string
    seat: number
    name: string
    state: 'waiting' | 'voted' | 'absent' | 'recused'
    choice: 'for' | 'against' | 'abstain' | null
  }[]
  tally: { for: number; against: number; abstain: number; passed: boolean; sentence: Text } | null
}

export type VotesView = { ruleAdopted: boolean; rule: Text | null; votes: VoteView[]; present: string[] }

/** What one seat needs to vote: the open vote, and whether it may and did. */
export type MyVoteView = {
  open: VoteView | null
  may: boolean
  /** Why not, when `may` is false. */
  why: Text | null
  voted: 'for' | 'against' | 'abstain' | null
  done: number
  of: number
}

export type ResultRow = {
  packet: string
  no: number
  workshop: string
  unit: string
  leader: string
  occupation: string
  /** One per panel member in seat order; null: recused or not submitted. */
  scores: { expert: string; total: string | null; state: SheetState; enteredBy: Door | null }[]
  counted: number
  /** The adopted aggregate, exact as "p/q", and as shown. */
  exact: string | null
  shown: string | null
  mean: string | null
  trimmed: string | null
  median: string | null
  spread: { min: string; max: string; range: string; deviation: string | null } | null
  rank: number | null
  tied: boolean
  grade: Text | null
  gradeOnBase: Text | null
  gradeConflict: boolean
  vote: { for: number; against: number; abstain: number; needed: number; passed: boolean; sentence: Text } | null
  decision: Text
  decisionCode: 'selected' | 'not-selected' | 'graded' | 'not-confirmed' | 'pending'
}

export type ResultView = {
  round: string
  ready: boolean
  frozen: boolean
  frozenAt: string | null
  missing: Missing[]
  aggregation: Text | null
  withRubric: boolean
  withVote: boolean
  seats: { expert: string; seat: number; name: string }[]
  rows: ResultRow[]
  consensus: {
    kendallW: { corrected: string; uncorrected: string } | null
    sentence: Text
    applicants: number
    experts: number
    /** Per expert: mean of the marks given and how far it lies from the panel's mean. */
    severity: { expert: string; name: string; mean: string; offset: string }[]
    leaveOneOut: { expert: string; name: string; changes: boolean; text: Text }[]
  } | null
}

export type WallView = {
  title: string
  organiser: string
  activityName: Text
  sample: boolean
  stages: StageView[]
  stage: StageId
  seats: { seat: number; name: string; joined: boolean; submitted: number; of: number; present: boolean }[]
  counts: Record<SheetState, number>
  vote: VoteView | null
  voteDone: number
  voteOf: number
  /** Shown only after the result is frozen. */
  decisions: { no: number; workshop: string; decision: Text; tally: string | null }[] | null
  head: string
}

export type MeView = {
  round: string
  roundTitle: string
  organiser: string
  activityName: Text
  expert: string
  name: string
  seat: number
  unit: string
  declared: boolean
  stage: StageId
  stageName: Text
  withRubric: boolean
  chair: boolean
}

export type ImportAnswer = {
  imported: {
    packet: string
    source: string
    files: { name: string; kind: string; pages: number | null }[]
    pages: number
    fields: Record<string, FieldValue>
    warnings: string[]
  }[]
  refused: { source: string; code: string; message: string; detail: Refusal['detail'] }[]
}

export type LedgerView = { entries: Entry[]; head: string }
export type LedgerCheck = {
  ok: boolean
  entries: number
  head: string
  problems: { seq: number; chain: string; why: string }[]
}

export type ExportAnswer = { workbook: string; papers: string[]; signers: number; ledgerHead: string }

/** Names of what changed; a screen that shows it asks again. */
export type Topic = 'round' | 'packets' | 'panel' | 'sheets' | 'visits' | 'minutes' | 'votes' | 'result' | 'seats'
export type LiveEvent = { round: string; topics: Topic[] }
