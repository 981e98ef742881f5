/** The people of the room: experts, panel, draw, officers, attendance, recusals. */
import { eq } from 'drizzle-orm'
import type { panelKinds } from '#core/ledger/kinds/panel.ts'
import type { Projections } from '../projection.ts'
import * as table from '../schema/round.ts'

export const panelProjections: Pick<Projections, keyof typeof panelKinds> = {
  'expert.listed': (handle, { subject, payload }) => {
    const position = handle.select({ id: table.experts.id }).from(table.experts).all().length + 1
    handle
      .insert(table.experts)
      .values({ id: subject, position, ...payload })
      .onConflictDoUpdate({ target: table.experts.id, set: payload })
      .run()
  },
  'panel.constituted': (handle, { payload }) => {
    const kept = new Map(
      handle
        .select()
        .from(table.members)
        .all()
        .map((row) => [row.expert, row.declaredAt]),
    )
    handle.delete(table.members).run()
    payload.members.forEach((expert, index) => {
      handle
        .insert(table.members)
        .values({
          expert,
          seat: index + 1,
          chair: expert === payload.chair,
          present: true,
          declaredAt: kept.get(expert) ?? null,
        })
        .run()
    })
    handle.delete(table.alternates).run()
    payload.alternates.forEach((expert, position) => {
      handle.insert(table.alternates).values({ expert, position, replaces: null, reason: null, at: null }).run()
    })
  },
  'alternate.entered': (handle, { payload, at }) => {
    const { alternate, replaces, reason } = payload
    const former = handle.select().from(table.members).where(eq(table.members.expert, replaces)).get()
    // Two devices may have sent the same alternate to two seats without knowing of each other: the earlier stands.
    const sits = handle.select().from(table.members).where(eq(table.members.expert, alternate)).get()
    if (!former || sits) return
    handle.delete(table.members).where(eq(table.members.expert, replaces)).run()
    handle.insert(table.formerMembers).values({ expert: replaces, seat: former.seat, at }).onConflictDoNothing().run()
    handle
      .insert(table.members)
      .values({ expert: alternate, seat: former.seat, chair: false, present: true, declaredAt: null })
      .run()
    handle.update(table.alternates).set({ replaces, reason, at }).where(eq(table.alternates.expert, alternate)).run()
  },
  'chair.named': (handle, { payload }) => {
    handle.update(table.members).set({ chair: false }).run()
    handle.update(table.members).set({ chair: true }).where(eq(table.members.expert, payload.expert)).run()
  },
  'officers.named': (handle, { payload }) => {
    handle.delete(table.officers).run()
    for (const officer of payload.officers) handle.insert(table.officers).values(officer).run()
  },
  // Read from the ledger itself: a transcript is shown as it was written.
  'draw.fixed': () => {},
  'draw.made': () => {},
  'attendance.noted': (handle, { payload }) => {
    handle.insert(table.attendance).values(payload).onConflictDoNothing().run()
    const present = payload.event === 'arrived' || payload.event === 'late'
    handle.update(table.members).set({ present }).where(eq(table.members.expert, payload.expert)).run()
  },
  'attendance.taken': (handle, { payload }) => {
    const present = new Set(payload.present)
    for (const { expert } of handle.select().from(table.members).all()) {
      handle
        .update(table.members)
        .set({ present: present.has(expert) })
        .where(eq(table.members.expert, expert))
        .run()
    }
  },
  'declaration.made': (handle, { subject, payload, at }) => {
    handle.update(table.members).set({ declaredAt: at }).where(eq(table.members.expert, subject)).run()
    handle.delete(table.recusals).where(eq(table.recusals.expert, subject)).run()
    for (const { packet, kind, note } of payload.conflicts) {
      handle.insert(table.recusals).values({ expert: subject, packet, kind, note }).run()
    }
  },
}
