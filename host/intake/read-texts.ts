/** Reads the text of a round's papers into its file, so that words can be searched. What is missing is read later. */
import { isKept, pathOf } from '#db/packet-files.ts'
import { filesToRead, keepText } from '#db/queries/paper-texts.ts'
import type { Host } from '../host.ts'
import type { Room } from '../room.ts'
import { textMimes } from './paper-text.ts'

/** Papers read at the same time: as many as there are readers. */
const lanes = 2

type Limits = {
  /** How long new papers may be begun; what is left is read the next time. */
  readonly patienceMs?: number
  /** Asked before each paper. */
  readonly isStopped?: () => boolean
}

/** @returns how many papers are still to be read. */
export async function readTexts(
  host: Host,
  room: Room,
  { patienceMs = Number.POSITIVE_INFINITY, isStopped = () => false }: Limits = {},
): Promise<number> {
  if (room.readOnly) return 0
  const begun = performance.now()
  const papers = filesToRead(room.file, textMimes).filter(({ sha256 }) => isKept(room.folder, { sha256 }))
  const waiting = papers.values()
  let left = papers.length
  const lane = async () => {
    while (performance.now() - begun < patienceMs && !isStopped()) {
      const { value: paper, done } = waiting.next()
      if (done) return
      keepText(room.file, paper.sha256, await host.readers().text(pathOf(room.folder, paper.sha256), paper.mime))
      left -= 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return left
}
