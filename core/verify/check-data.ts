/**
 * 校验数据 as rows: everything a stranger needs to check the workbook, in the workbook. Four columns: whose act, the public
 * key, the signature, and JSON in the spelling of RFC 8785, which goes on in the cells to its right where it is long.
 * Only rows of acts signed by Ed25519 fill the second and third column, so that any tool can check just those.
 */
import { canonicalJson, type Entry } from '../ledger/entry.ts'
import type { EntryKind } from '../ledger/kinds.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { actText } from '../signing/act.ts'
import type { Keys } from '../signing/keys.ts'
import type { Claim } from './claims.ts'

/** One printed cell: where, what it shows, and which result that is. */
export type ListedCell = readonly [address: string, value: string | number, claim?: Claim]

export type CheckData = {
  readonly about: {
    readonly round: string
    readonly title: string
    readonly sample: boolean
    readonly head: string
    readonly entries: number
    readonly madeAt: string
    /** The authority's certificate, DER in base64; null for a workbook that nobody signs. */
    readonly authority: string | null
    /** The certificates whose signatures are expected, in order. */
    readonly signers: readonly string[]
    readonly packets: readonly { packet: string; no: number; workshop: string }[]
    readonly experts: readonly { expert: string; seat: number; name: string }[]
  }
  readonly scheme: Scheme
  /** Payload null where it is withheld. */
  readonly entries: readonly Entry[]
  readonly cells: ReadonlyMap<string, readonly ListedCell[]>
}

export type CheckRow = readonly [name: string, key: string, signature: string, json: string]

/** Kinds whose payload stays out of the workbook: identity numbers, telephones, whole application forms. */
const withheldKinds: ReadonlySet<string> = new Set<EntryKind>(['packet.imported', 'field.corrected', 'expert.listed'])
export const isWithheld = ({ kind }: Pick<Entry, 'kind'>): boolean => withheldKinds.has(kind)

/** Cells of a sheet are listed in rows of about this many characters. */
const cellsPerRow = 24_000
/** The version of this layout. */
const format = 1

/** The rows of 校验数据. */
export function checkRows(data: CheckData, keys: Keys): CheckRow[] {
  const plain = (name: string, what: string, content: object): CheckRow => [
    name,
    '',
    '',
    canonicalJson({ jiangping: what, ...content }),
  ]
  const entries = data.entries.flatMap((entry, index) => entryRows(entry, index, keys))
  const cells = [...data.cells].flatMap(([sheet, listed]) =>
    inPieces(listed).map((some) => plain(sheet, 'cells', { sheet, cells: some })),
  )
  return [
    plain('说明', 'workbook', { format, ...data.about }),
    plain('方案', 'scheme', { scheme: data.scheme }),
    ...entries,
    ...cells,
  ]
}

function entryRows(entry: Entry, index: number, keys: Keys): CheckRow[] {
  const { kind, subject, payload, signature, ...place } = entry
  const name = `台账 ${index + 1}`
  if (isWithheld(entry))
    return [[name, '', '', canonicalJson({ jiangping: 'withheld', ...place, kind, subject, signature })]]
  const acts = signature && keys.all.get(signature.certificate)?.acts
  if (!signature || signature.algorithm !== 'Ed25519' || !acts) {
    return [[name, '', '', canonicalJson({ jiangping: 'entry', ...entry })]]
  }
  const { value, ...signed } = signature
  // The act is spelled once, as it was signed; the entry after it adds its place in the chain.
  return [
    [entry.by.name || name, acts.key, value, actText(entry, signature.at)],
    [name, '', '', canonicalJson({ jiangping: 'entry-of-act', ...place, signature: signed })],
  ]
}

function inPieces(listed: readonly ListedCell[]): ListedCell[][] {
  const pieces: ListedCell[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const cell of listed) {
    if (size > cellsPerRow) {
      pieces.push([])
      size = 0
    }
    pieces.at(-1)?.push(cell)
    size += String(cell[1]).length + 24
  }
  return pieces
}

/** A row of 校验数据 that cannot be read: its number in the sheet, and why. */
export type BadRow = { readonly row: number; readonly why: string }

/** Reads the rows back. @param first number of the first row in the sheet, for what is said about bad ones. */
export function readCheckRows(rows: readonly CheckRow[], first: number): { data: CheckData | null; bad: BadRow[] } {
  const bad: BadRow[] = []
  const entries: Entry[] = []
  const cells = new Map<string, ListedCell[]>()
  let about: CheckData['about'] | null = null
  let scheme: Scheme | null = null
  let act: { said: Record<string, unknown>; json: string; value: string } | null = null
  rows.forEach(([, , value, json], index) => {
    try {
      const { jiangping: what, ...said } = JSON.parse(json) as Record<string, unknown>
      if (what === 'workbook') about = said as unknown as CheckData['about']
      else if (what === 'scheme') scheme = said.scheme as Scheme
      else if (what === 'act') act = { said, json, value }
      else if (what === 'entry') entries.push(said as unknown as Entry)
      else if (what === 'withheld') entries.push({ ...said, payload: null } as unknown as Entry)
      else if (what === 'cells') {
        const sheet = String(said.sheet)
        const known = cells.get(sheet) ?? []
        for (const cell of said.cells as ListedCell[]) known.push(cell)
        cells.set(sheet, known)
      } else if (what === 'entry-of-act' && act) {
        const { kind, subject, payload, round } = act.said
        const signature = { ...(said.signature as object), value: act.value }
        const entry = { ...said, kind, subject, payload, round, signature } as unknown as Entry
        entries.push(entry)
        // The signed text must say just what the entry says: when, who, under which name.
        if (!entry.signature || actText(entry, entry.signature.at) !== act.json)
          bad.push({ row: first + index - 1, why: 'act' })
        act = null
      } else bad.push({ row: first + index, why: String(what) })
    } catch (problem) {
      bad.push({ row: first + index, why: problem instanceof Error ? problem.message : String(problem) })
    }
  })
  return { data: about && scheme && { about, scheme, entries, cells }, bad }
}
