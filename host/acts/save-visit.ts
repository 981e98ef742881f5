/** Keeps what a member's device has of a visit: its draft of the record, and the name of every photo. No decision yet. */
import { refuse } from '#core/refusal.ts'
import type { StruckPhoto, VisitPhoto, VisitStop } from '#core/visits/record.ts'
import { allMembers } from '#db/queries/people.ts'
import { saveVisitDraft, type VisitDraftRecord, visitDraft, visitRoute } from '#db/queries/visits.ts'
import type { SavedVisit, VisitForm } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { demandStage, demandUnconflicted, enter, type Member, memberIn, type Room } from '../room.ts'
import { bytesHere } from './photo-pieces.ts'

/** @throws Refused `visit-not-planned`, `recused`, `wrong-stage`, `not-allowed`: whoever is not sent there says nothing of it. */
export function enterVisit(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string },
): { room: Room; member: Member; stop: VisitStop } {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  demandStage(room, 'record-visit', ctx.caller.lang)
  demandUnconflicted(room, member, input.packet)
  const stop = visitRoute(room.file).find(({ packet }) => packet === input.packet)
  if (!stop?.team.includes(member.expert)) return refuse('visit-not-planned')
  return { room, member, stop }
}

/**
 * May be sent any number of times. Another device of the same person that went on from an older draft is refused.
 * @throws Refused as {@link enterVisit}; `visit-draft-moved`, `visit-not-recorder`, `not-allowed` (another seat's photo).
 */
export function saveVisit(
  ctx: Ctx,
  input: {
    round: string
    expert: string
    packet: string
    device: string
    base: number
    state: VisitDraftRecord['state']
    form: (Omit<VisitForm, 'findings'> & { findings: VisitForm['findings'] }) | null
    photos: VisitPhoto[]
    struck: StruckPhoto[]
  },
): SavedVisit {
  const { room, member, stop } = enterVisit(ctx, input)
  const { packet, device, base, state, form, photos, struck } = input
  if (form && stop.recorder !== member.expert) refuse('visit-not-recorder', { recorder: recorderName(room, stop) })
  if ([...photos, ...struck].some(({ seat }) => seat !== member.seat)) refuse('not-allowed')
  const before = visitDraft(room.file, { packet, expert: member.expert })
  const isMine = !before || before.device === device || before.revision === base
  if (!isMine) refuse('visit-draft-moved', { at: before.at })
  // That the visit was opened on a device takes nothing back of what was written before.
  const keepsOld = state === 'carried' && before !== undefined
  const revision = (before?.revision ?? 0) + (keepsOld ? 0 : 1)
  if (!keepsOld) {
    const row = { packet, expert: member.expert, device, revision, state, form, photos, struck }
    room.file.transaction((handle) => saveVisitDraft(handle, { ...row, at: timestamp(ctx.host) }), {
      behavior: 'immediate',
    })
    ctx.host.announce(room.id, ['visits'])
  }
  const named = keepsOld ? before.photos : photos
  return {
    revision,
    have: Object.fromEntries(named.map((photo) => [photo.sha256, bytesHere(room.folder, photo)])),
    hostTime: timestamp(ctx.host),
  }
}

/** Who writes the record of that stop. */
export function recorderName(room: Room, { recorder }: VisitStop): string {
  return memberNames(room).get(recorder) ?? recorder
}

function memberNames(room: Room): Map<string, string> {
  return new Map(allMembers(room.file).map(({ expert, person }) => [expert, person.name]))
}
