/** The named vote. */
import { and, eq } from 'drizzle-orm'
import type { votesKinds } from '#core/ledger/kinds/votes.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

const theVote = ({ packet, turn }: { packet: string; turn: number }) =>
  and(eq(table.votes.packet, packet), eq(table.votes.turn, turn))

export const votesProjections: Pick<Projections, keyof typeof votesKinds> = {
  'vote.prepared': (handle, { payload, at }) => {
    const { packets, ...shared } = payload
    const row = { ...shared, list: packets, state: 'prepared' as const, preparedAt: at }
    for (const packet of packets) {
      handle
        .insert(table.votes)
        .values({ ...row, packet, entitled: [], recused: [], absent: [] })
        // Two devices prepared it without knowing of each other: it is one vote.
        .onConflictDoNothing()
        .run()
    }
  },
  'vote.withdrawn': (handle, { payload }) => {
    for (const packet of payload.packets)
      handle
        .delete(table.votes)
        .where(theVote({ ...payload, packet }))
        .run()
  },
  'vote.opened': (handle, { payload, at }) => {
    const { entitled, recused } = payload
    handle.update(table.votes).set({ state: 'open', entitled, recused, openedAt: at }).where(theVote(payload)).run()
  },
  'ballot.cast': (handle, { payload, at, by }) => {
    const { choice, second, note } = payload
    const row = { choice, second, note, at, door: by.door }
    handle
      .insert(table.ballots)
      .values({ ...payload, ...row })
      .onConflictDoUpdate({ target: [table.ballots.packet, table.ballots.turn, table.ballots.expert], set: row })
      .run()
  },
  'vote.published': (handle, { payload, at }) => {
    for (const packet of payload.packets) {
      handle
        .update(table.votes)
        .set({ publishedAt: at })
        .where(theVote({ ...payload, packet }))
        .run()
    }
  },
  'vote.closed': (handle, { payload, at }) => {
    handle
      .update(table.votes)
      .set({ state: 'closed', absent: payload.absent, closedAt: at })
      .where(theVote(payload))
      .run()
  },
}
