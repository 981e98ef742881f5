/** The text of packet files, for searching. */
import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { ReadHandle, RoundFile } from '../open.ts'
import { packetFiles, packets, paperReads, paperTexts } from '../schema/round.ts'

type State = (typeof paperReads.$inferSelect)['state']

/** Files of these kinds whose text nobody has read yet. */
export function filesToRead(handle: ReadHandle, mimes: readonly string[]): { sha256: string; mime: string }[] {
  return handle
    .selectDistinct({ sha256: packetFiles.sha256, mime: packetFiles.mime })
    .from(packetFiles)
    .leftJoin(paperReads, eq(paperReads.sha256, packetFiles.sha256))
    .where(and(inArray(packetFiles.mime, [...mimes]), isNull(paperReads.sha256)))
    .all()
}

/** Keeps what was read of one file, all or nothing. */
export function keepText(
  file: RoundFile,
  sha256: string,
  { state, pages }: { state: State; pages: readonly { page: number; text: string }[] },
): void {
  file.transaction((handle) => {
    handle.insert(paperReads).values({ sha256, state }).onConflictDoNothing().run()
    for (const page of pages) {
      handle
        .insert(paperTexts)
        .values({ sha256, ...page })
        .onConflictDoNothing()
        .run()
    }
  })
}

export type TextHit = { packet: string; sha256: string; name: string; page: number; text: string }

const inPacket = (packet: string | undefined): SQL | undefined =>
  packet === undefined ? undefined : eq(packetFiles.packet, packet)

/** Pages that hold the words, in the order of the applications and their files. @param words see `comparable`. */
export function pagesWith(
  handle: ReadHandle,
  words: string,
  { packet, most }: { packet?: string | undefined; most: number },
): TextHit[] {
  return handle
    .select({
      packet: packetFiles.packet,
      sha256: packetFiles.sha256,
      name: packetFiles.name,
      page: paperTexts.page,
      text: paperTexts.text,
    })
    .from(packetFiles)
    .innerJoin(paperTexts, eq(paperTexts.sha256, packetFiles.sha256))
    .innerJoin(packets, eq(packets.id, packetFiles.packet))
    .where(and(inPacket(packet), sql`instr(lower(replace(${paperTexts.text}, ' ', '')), ${words}) > 0`))
    .orderBy(asc(packets.no), asc(packetFiles.position), asc(paperTexts.page))
    .limit(most)
    .all()
}

/** What came of reading each file of one packet, or of all, by hash; files nobody read are not there. */
export function textStates(handle: ReadHandle, packet?: string): Map<string, State> {
  const rows = handle
    .selectDistinct({ sha256: paperReads.sha256, state: paperReads.state })
    .from(packetFiles)
    .innerJoin(paperReads, eq(paperReads.sha256, packetFiles.sha256))
    .where(inPacket(packet))
    .all()
  return new Map(rows.map(({ sha256, state }) => [sha256, state]))
}
