/** A recommending unit's ranked list against the packets that came: who is there, who is not, on either side. */

/** One line of the list. */
export type Recommended = {
  readonly rank: string
  readonly unit: string
  readonly leader: string
  readonly occupation: string
}

/** A packet as the list could name it. */
export type Known = {
  readonly packet: string
  readonly unit: string
  readonly leader: string
  readonly occupation: string
}

/** What of the line and the packet does not agree, where they were put together all the same. */
export type Differs = 'unit' | 'leader' | 'occupation'

export type Match = { readonly packet: string | null; readonly differs: readonly Differs[] }

const plain = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/[\s()（）·•.、]/g, '')
    .replace(/(有限责任公司|股份有限公司|有限公司)$/, '')

const agrees = (one: string, other: string) => {
  const [mine, theirs] = [plain(one), plain(other)]
  return mine !== '' && theirs !== '' && (mine === theirs || mine.includes(theirs) || theirs.includes(mine))
}

/**
 * Puts lines and packets together by unit, leader and occupation, the surest pairs first; two of the three must agree, and
 * one of them must be the leader or the unit in full. No packet is given twice.
 */
export function matchRecommended(lines: readonly Recommended[], packets: readonly Known[]): Match[] {
  const pairs = lines.flatMap((line, at) =>
    packets.map((known) => {
      const differs = [
        ...(agrees(line.leader, known.leader) && plain(line.leader) === plain(known.leader)
          ? []
          : (['leader'] as const)),
        ...(agrees(line.unit, known.unit) ? [] : (['unit'] as const)),
        ...(line.occupation === '' || agrees(line.occupation, known.occupation) ? [] : (['occupation'] as const)),
      ]
      return { at, packet: known.packet, differs }
    }),
  )
  const matches: Match[] = lines.map(() => ({ packet: null, differs: [] }))
  const given = new Set<string>()
  for (const { at, packet, differs } of pairs.toSorted((one, other) => one.differs.length - other.differs.length)) {
    if (differs.length > 1 || given.has(packet) || matches[at]?.packet) continue
    // a list without occupations has only two things to agree on
    if (differs.length === 1 && differs[0] !== 'occupation' && lines[at]?.occupation === '') continue
    matches[at] = { packet, differs }
    given.add(packet)
  }
  return matches
}
