/** Moves by hand: what a person decided beside scores and rules. Each has its reason, and its maker's signature where the round has keys. */
import { type Text, text } from '../lang.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Payload } from '../ledger/kinds.ts'
import { keysOf } from '../signing/keys.ts'

/** True for a decision at the line, and for a final list that departs from the score order anywhere. */
export function isMoveByHand({ kind, payload }: Pick<Entry, 'kind' | 'payload'>): boolean {
  if (kind === 'line.decided') return true
  return kind === 'list.settled' && departing(payload as Payload<'list.settled'> | null).length > 0
}

function departing(payload: Payload<'list.settled'> | null) {
  return (payload?.rows ?? []).filter(({ reason }) => reason.trim() !== '')
}

export type Move = {
  readonly at: string
  /** Who made it, and whose key signed it where that is another name: 秘书处（张三）. */
  readonly by: string
  readonly what: Text
  readonly reason: string
  /** Fingerprint of the certificate it is signed with; null: not signed. */
  readonly certificate: string | null
}

/**
 * Every move, in the order made; of the final lists only the last, which replaced those before. `nameOf` gives
 * "3号 某某工作室".
 */
export function movesIn(entries: readonly Entry[], nameOf: (packet: string) => string): Move[] {
  const keys = keysOf(entries)
  const last = entries.findLast(({ kind }) => kind === 'list.settled')
  return entries.flatMap((entry): Move[] => {
    if (!isMoveByHand(entry)) return []
    const { at, by, signature } = entry
    const certificate = signature?.certificate ?? null
    const signer = keys.all.get(certificate ?? '')?.name ?? by.name
    const made = { at, by: signer === by.name ? signer : `${by.name}（${signer}）`, certificate }
    if (entry.kind === 'line.decided') {
      const { secondVote, exceptions, reason } = entry.payload as Payload<'line.decided'>
      const votes = Object.entries(secondVote).map(([packet, count]) =>
        text(`${nameOf(packet)} ${count} 票`, `${nameOf(packet)} ${count}`),
      )
      const past = Object.entries(exceptions).map(([packet, why]) => ({
        ...made,
        what: text(`例外理由：${nameOf(packet)}`, `reason for an exception: ${nameOf(packet)}`),
        reason: `${why}（${reason}）`,
      }))
      if (votes.length === 0) return past
      const [zh, en] = [votes.map((one) => one['zh-CN']).join('、'), votes.map((one) => one.en).join(', ')]
      return [{ ...made, what: text(`线上并列第二轮表决：${zh}`, `second vote at the line: ${en}`), reason }, ...past]
    }
    if (entry !== last) return []
    return departing(entry.payload as Payload<'list.settled'>).map(({ packet, place, reason }) => ({
      ...made,
      what: place
        ? text(`${nameOf(packet)}列建议名单第 ${place} 位`, `${nameOf(packet)} placed ${place} on the list`)
        : text(`${nameOf(packet)}不列入建议名单`, `${nameOf(packet)} left off the list`),
      reason,
    }))
  })
}
