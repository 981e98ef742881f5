/** Reads one source with the readers: copied into the store, each file told what it is, applicants told apart. */
import { basename } from 'node:path'
import type { FormMap } from '#core/form/form-map.ts'
import { type Refusal, Refused, refusal, refuse } from '#core/refusal.ts'
import { pathOf } from '#db/packet-files.ts'
import { type Applicant, tellApart } from './applicants.ts'
import type { CopiedFile, CopiedSource } from './copy.ts'
import type { ReadForm } from './form-reader.ts'
import type { Inspection } from './inspect.ts'
import type { Meter } from './meter.ts'
import { ReaderCrash, type Readers } from './readers.ts'

export type PacketFile = CopiedFile & Omit<Inspection, 'form'>

/** One application as it came. */
export type ReadPacket = {
  /** File name of the folder or zip, and the applicant's where it holds several. */
  readonly source: string
  readonly files: readonly PacketFile[]
  /** Names of what operating systems leave behind, not taken in. */
  readonly skipped: readonly string[]
  readonly form: ReadForm | null
  /** Name of the file the form was read from. */
  readonly formFile: string | null
  /** What the clerk should look at; none of it stops the import. */
  readonly warnings: readonly Refusal[]
}

/** What a source holds: applications ready to be taken in, or several that a person has to confirm. */
export type ReadSource = {
  readonly source: string
  readonly packets: readonly ReadPacket[]
  /** Set instead of packets while nobody has said how several applicants are told apart. */
  readonly toConfirm?: { readonly applicants: readonly Applicant[]; readonly left: readonly string[] }
}

export type ReadingRequest = {
  readonly path: string
  /** The round's folder. */
  readonly store: string
  /** The round's own form first. */
  readonly maps: readonly FormMap[]
  readonly meter: Meter
  /** How a person told several applicants apart: the files of each. `proposed` takes what the program would propose. */
  readonly apart?: readonly { readonly files: readonly string[] }[] | 'proposed'
}

type FoundFile = PacketFile & { readonly form?: ReadForm }

/**
 * @throws Refused for the whole source: it cannot be opened, it is hostile, its only form is damaged or an old Word
 * file, it broke the reader, the import was cancelled. Error of the system (`ENOSPC`, `EIO` …) with its code.
 */
export async function readPackets(readers: Readers, request: ReadingRequest): Promise<ReadSource> {
  const { path, store, maps, meter, apart } = request
  const source = basename(path)
  const copied = await readers.copy(path, store, meter).catch((failure: unknown) => {
    throw failure instanceof ReaderCrash ? new Refused(crashed(source, failure)) : failure
  })
  const files = await Promise.all(copied.files.map((file) => found(readers, file, store, maps)))
  const told = tellApart(files)
  if (told.applicants.length < 2) return { source, packets: [packetOf(copied, source, files)] }
  if (!apart) return { source, packets: [], toConfirm: told }
  const groups = apart === 'proposed' ? told.applicants : apart
  return { source, packets: packetsOf(copied, files, groups) }
}

/** @throws Refused `bad-input` when a group names a file that is not there, or two name the same. */
function packetsOf(
  copied: CopiedSource,
  files: readonly FoundFile[],
  groups: readonly { readonly files: readonly string[] }[],
): ReadPacket[] {
  const waiting = new Map(files.map((file) => [file.name, file]))
  const packets = groups.flatMap((group) => {
    const mine = group.files.map((name) => {
      const file = waiting.get(name) ?? refuse('bad-input', { problems: `apart: ${name}` })
      waiting.delete(name)
      return file
    })
    if (mine.length === 0) return []
    const leader = mine.map(({ form }) => form?.fields.leader_name?.value).find((name) => typeof name === 'string')
    return [packetOf({ ...copied, skipped: [] }, `${copied.source}〔${leader ?? mine[0]?.name}〕`, mine)]
  })
  const left = [...waiting.keys()]
  const [first] = packets
  if (!first) return []
  const notice =
    left.length > 0 ? [refusal('left-out', { source: copied.source, count: left.length, files: left })] : []
  const skipped = [...copied.skipped, ...left]
  return [{ ...first, skipped, warnings: [...first.warnings, ...notice] }, ...packets.slice(1)]
}

async function found(
  readers: Readers,
  { problem: kept, ...file }: CopiedFile,
  store: string,
  maps: readonly FormMap[],
): Promise<FoundFile> {
  try {
    const { problem, ...seen } = await readers.inspect(pathOf(store, file.sha256), file.name, maps)
    const said = kept ?? problem
    return { ...file, ...seen, ...(said && { problem: said }) }
  } catch (failure) {
    if (!(failure instanceof ReaderCrash)) throw failure
    return {
      ...file,
      kind: 'other',
      mime: 'application/octet-stream',
      pages: null,
      problem: crashed(file.name, failure),
    }
  }
}

const crashed = (source: string, { why }: ReaderCrash) => refusal('reader-crashed', { source, why })

const fatal = new Set(['broken-docx', 'old-word', 'broken-xlsx'])

function packetOf(copied: CopiedSource, source: string, files: readonly FoundFile[]): ReadPacket {
  const [best, ...others] = files
    .filter((file) => file.form)
    .toSorted((one, other) => filledFields(other) - filledFields(one))
  const damaged = files.find(({ problem }) => problem && fatal.has(problem.code))
  if (!best && damaged?.problem) throw new Refused(damaged.problem)
  const warnings = files.flatMap(({ problem }) => (problem ? [problem] : []))
  if (!best) warnings.push(refusal('no-form', { source }))
  for (const { name } of others) warnings.push(refusal('second-form', { file: name }))
  return {
    source,
    files: files.map(({ form: _, ...file }) => file),
    skipped: copied.skipped,
    form: best?.form ?? null,
    formFile: best?.name ?? null,
    warnings,
  }
}

function filledFields({ form }: FoundFile): number {
  return Object.keys(form?.fields ?? {}).length
}
