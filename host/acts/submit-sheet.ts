/** An expert hands in a sheet: complete, with reasons, locked from then on. */
import { decimal, exact } from '#core/exact/exact.ts'
import type { Judgement, PaperEntry } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { judgementItems } from '#core/rubric/assess.ts'
import type { Facts } from '#core/rubric/facts.ts'
import { itemsOf, type Rubric } from '#core/scheme/scheme.ts'
import { judgementsOf, oneSheet } from '#db/queries/sheets.ts'
import type { SheetView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, type Room } from '../room.ts'
import { assessSheet, readScoring } from '../views/scoring.ts'
import { sheetView } from '../views/sheets.ts'
import { checkJudgements } from './judgement-input.ts'
import { enterSheet } from './save-draft.ts'

/**
 * Submits the draft, or the judgements given (a script has no draft).
 * @param paper who entered it, where it was filled in on paper
 * @throws Refused `sheet-incomplete`, `deduction-needs-reason`, `opinion-missing`, and as `enterSheet`.
 */
export function submitSheet(
  ctx: Ctx,
  input: {
    round: string
    expert: string
    packet: string
    judgements?: Record<string, Judgement> | undefined
    opinion?: string | undefined
  },
  paper?: PaperEntry,
): SheetView {
  const { room, member } = enterSheet(ctx, input)
  const place = { expert: member.expert, packet: input.packet }
  // At the desk only what is handed over counts: the secretariat never submits, or sees, a seat's draft.
  const own = ctx.caller.seat !== null
  const opinion = input.opinion ?? (own ? oneSheet(room.file, place)?.opinion : undefined) ?? ''
  const facts = readScoring(room, place).facts(input.packet)
  const written = { ...(own ? judgementsOf(room.file, place) : {}), ...input.judgements }
  const judgements = room.rubric ? completeJudgements(room.rubric, facts, written) : {}
  if (!room.rubric && opinion.trim() === '') refuse('opinion-missing')
  decide(
    ctx,
    room,
    [
      {
        kind: 'sheet.submitted',
        by: actorOf(ctx, { id: member.expert, name: member.person.name }),
        subject: input.packet,
        payload: { ...place, judgements, opinion, total: totalOf(room, facts, judgements), ...(paper && { paper }) },
      },
    ],
    ['sheets', 'round'],
  )
  return sheetView(room, member, input.packet)
}

/**
 * A sheet handed in outside any seat, in one call. Only a script may: at the desk's own door a sheet has to come off
 * paper, entered by two people (`enterPaperSheet`), or nobody could tell a clerk's marks from an expert's.
 * @throws Refused `paper-needs-two` at the desk, and as `submitSheet`.
 */
export function submitByScript(ctx: Ctx, input: Parameters<typeof submitSheet>[1]): SheetView {
  if (ctx.caller.door !== 'command-line') refuse('paper-needs-two')
  return submitSheet(ctx, input)
}

/** The judgements the sheet needs, no more: one on an item that a changed fact has settled is left out. */
function completeJudgements(
  rubric: Rubric,
  facts: Facts,
  written: Readonly<Record<string, Judgement>>,
): Record<string, Judgement> {
  const wanted = judgementItems(rubric, facts)
  const ids = new Set(wanted.map(({ id }) => id))
  const names = new Map(itemsOf(rubric).map(({ id, name }) => [id, `${id} ${name['zh-CN']}`]))
  const nameOf = (id: string) => names.get(id) ?? id
  const given = checkJudgements(
    rubric,
    facts,
    Object.fromEntries(Object.entries(written).filter(([id]) => ids.has(id))),
  )
  const open = wanted.filter(({ id }) => !given[id]).map(({ id }) => nameOf(id))
  if (open.length > 0) refuse('sheet-incomplete', { count: open.length, items: open })
  const bare = Object.entries(given)
    .filter(([, { deduct, reason }]) => exact(deduct).compare(0) > 0 && reason.trim() === '')
    .map(([id]) => nameOf(id))
  if (bare.length > 0) refuse('deduction-needs-reason', { items: bare })
  return given
}

function totalOf(room: Room, facts: Facts, judgements: Readonly<Record<string, Judgement>>): string | null {
  if (!room.rubric) return null
  const assessment = assessSheet(room, room.rubric, facts, judgements)
  if (!assessment.total) return refuse('sheet-incomplete', { count: assessment.open.length, items: assessment.open })
  return decimal(assessment.total)
}
