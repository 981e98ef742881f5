/** Finds words in the papers of a round, or of one application. Papers nobody has read yet are read first. */
import { comparable, excerptOf } from '#core/packets/search.ts'
import { allFields, allPackets } from '#db/queries/packets.ts'
import { pagesWith, textStates } from '#db/queries/paper-texts.ts'
import type { PaperSearch } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { readTexts } from '../intake/read-texts.ts'
import { enter, packetIn } from '../room.ts'
import { titleOf } from '../views/titles.ts'

/** A person at the desk waits no longer than this for papers that are not read yet. */
const patienceMs = 3_000
/** Nobody goes through more; the answer says when there are. */
const most = 100

/** @throws Refused `unknown-round`, `unknown-packet`. */
export async function searchPapers(
  ctx: Ctx,
  { round, words, packet }: { round: string; words: string; packet?: string | undefined },
): Promise<PaperSearch> {
  const room = enter(ctx, round)
  if (packet !== undefined) packetIn(room, packet)
  const waiting = await readTexts(ctx.host, room, { patienceMs })
  const wanted = comparable(words)
  const pages = wanted === '' ? [] : pagesWith(room.file, wanted, { packet, most: most + 1 })
  const numbers = new Map(allPackets(room.file).map(({ id, no }) => [id, no]))
  const titles = titleOf(room, allFields(room.file))
  const states = [...textStates(room.file, packet).values()]
  return {
    hits: pages.slice(0, most).flatMap(({ packet: id, sha256, name, page, text }) => {
      const excerpt = excerptOf(text, words)
      const { workshop, unit } = titles(id)
      return excerpt ? [{ packet: id, no: numbers.get(id) ?? 0, workshop, unit, sha256, name, page, ...excerpt }] : []
    }),
    more: pages.length > most,
    scans: states.filter((state) => state === 'none').length,
    unread: states.filter((state) => state === 'unread').length,
    waiting,
  }
}
