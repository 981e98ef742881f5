/** The recorder makes the draft the record of the visit: complete, and with every photo of every device of the team. */
import { refuse } from '#core/refusal.ts'
import { photoName } from '#core/visits/photos.ts'
import type { StruckPhoto } from '#core/visits/record.ts'
import { isKept } from '#db/packet-files.ts'
import { allMembers } from '#db/queries/people.ts'
import { allVisitDrafts, saveVisitDraft, type VisitDraftRecord } from '#db/queries/visits.ts'
import type { VisitForm, VisitView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { actorOf, type Room } from '../room.ts'
import { visitOf } from '../views/visits.ts'
import { writeVisit } from './record-visit.ts'
import { enterVisit, recorderName } from './save-visit.ts'

/**
 * @throws Refused `visit-not-recorder`, `visit-incomplete`, `visit-devices-out`, `visit-photos-missing`, and as
 * `enterVisit` and `writeVisit`.
 */
export function finishVisit(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; without: string[] },
): VisitView {
  const { room, member, stop } = enterVisit(ctx, input)
  if (stop.recorder !== member.expert) refuse('visit-not-recorder', { recorder: recorderName(room, stop) })
  const drafts = allVisitDrafts(room.file).filter(({ packet }) => packet === input.packet)
  const own = drafts.find(({ expert }) => expert === member.expert)
  const form = completeForm(own?.form as VisitForm | null | undefined)
  const others = drafts.filter(({ expert }) => expert !== member.expert)
  const out = others.filter(({ state }) => state !== 'handed-in')
  const left = out.filter(({ expert }) => input.without.includes(expert))
  const awaited = out.filter((draft) => !left.includes(draft))
  if (awaited.length > 0) refuse('visit-devices-out', { people: namesOf(room, awaited) })
  const { guests, ...said } = form
  const there = form.team.filter(({ arrived }) => arrived !== null).map(({ name }) => name)
  const never = (draft: VisitDraftRecord): StruckPhoto[] =>
    draft.photos
      .filter((photo) => !isKept(room.folder, photo))
      .map(({ seat, no }) => ({ seat, no, reason: '定稿时未传到，未等' }))
  const here = (draft: VisitDraftRecord) =>
    left.includes(draft) ? draft.photos.filter((photo) => isKept(room.folder, photo)) : draft.photos
  writeVisit(
    ctx,
    room,
    actorOf(ctx, { id: member.expert, name: member.person.name }),
    {
      ...said,
      packet: input.packet,
      present: [...there, ...guests],
      photos: drafts.flatMap(here),
      struck: [...drafts.flatMap(({ struck }) => struck), ...left.flatMap(never)].toSorted((a, b) =>
        photoName(a).localeCompare(photoName(b)),
      ),
      without: left.map(({ expert }) => expert),
    },
    (handle) => {
      // Final: what the record holds is no draft any more.
      if (own) saveVisitDraft(handle, { ...own, state: 'handed-in', at: timestamp(ctx.host) })
    },
  )
  return visitOf(room, input.packet)
}

/** @throws Refused `visit-incomplete`, naming what is empty. */
function completeForm(form: VisitForm | null | undefined): VisitForm {
  const names = { date: '考察日期', place: '考察地点', opinion: '考察意见' } as const
  const empty = Object.entries(names)
    .filter(([key]) => !form?.[key as keyof typeof names].trim())
    .map(([, name]) => name)
  const isAlone = !form?.team.some(({ arrived }) => arrived !== null)
  const fields = [...empty, ...(isAlone ? ['参加人员及到达时间'] : [])]
  if (!form || fields.length > 0) return refuse('visit-incomplete', { fields })
  return form
}

function namesOf(room: Room, drafts: readonly VisitDraftRecord[]): string[] {
  const names = new Map(allMembers(room.file).map(({ expert, person }) => [expert, person.name]))
  return drafts.map(({ expert }) => names.get(expert) ?? expert)
}
