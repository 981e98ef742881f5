/** One member votes by name. Until the vote is closed a later ballot of the same member takes the earlier one's place. */
import type { Payload } from '#core/ledger/kinds.ts'
import { refuse } from '#core/refusal.ts'
import { allBallots } from '#db/queries/room.ts'
import type { MyVoteView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { actorOf, decide, demandStage, enter, type Member, memberIn, packetIn, type Room } from '../room.ts'
import { demandVoteRule, myVote, showMyVote, voteOn } from '../views/votes.ts'

type Choice = Payload<'ballot.cast'>['choice']
type ByHand = { second?: { name: string; choice: Choice } | undefined; note: string }

/**
 * Votes on one application.
 * @throws Refused `not-adopted`, `vote-not-open`, `vote-closed`, `recused`, `not-present`, `not-on-panel`,
 * `part-of-list`, `no-abstention`; of a paper ballot `second-person-needed`, `entries-differ`, `own-choice-stands`.
 */
export function castBallot(
  ctx: Ctx,
  input: { round: string; expert: string; packet: string; choice: Choice } & ByHand,
): MyVoteView {
  const room = enter(ctx, input.round)
  const { lang } = ctx.caller
  const member = memberIn(ctx, room, input.expert)
  packetIn(room, input.packet)
  demandVoteRule(room, lang)
  demandStage(room, 'vote', lang)
  const vote = voteOn(room, input.packet, lang)
  if (vote.state === 'closed') refuse('vote-closed', { packet: vote.workshop })
  if (vote.state !== 'open') refuse('vote-not-open')
  if (vote.list) refuse('part-of-list', { packet: vote.workshop })
  const ballot = vote.ballots.find(({ expert }) => expert === member.expert)
  if (ballot?.state === 'recused') refuse('recused')
  if (ballot?.state === 'absent') refuse('not-present')
  const { second, ...rest } = input
  write(ctx, room, member, {
    ...rest,
    turn: vote.turn,
    choices: { [input.packet]: input.choice },
    second: second && { name: second.name, choices: { [input.packet]: second.choice } },
  })
  return showMyVote(ctx, input)
}

/**
 * Fills one ballot for every application on the open list.
 * @throws Refused like {@link castBallot}, and `ballot-incomplete`, `too-many-yes`.
 */
export function castListBallot(
  ctx: Ctx,
  input: {
    round: string
    expert: string
    choices: Record<string, Choice>
    second?: { name: string; choices: Record<string, Choice> } | undefined
    note: string
  },
): MyVoteView {
  const room = enter(ctx, input.round)
  const member = memberIn(ctx, room, input.expert)
  demandVoteRule(room, ctx.caller.lang)
  demandStage(room, 'vote', ctx.caller.lang)
  const mine = myVote(room, member)
  const { open, lines, maxYes } = mine
  if (!open) return refuse('vote-not-open')
  for (const packet of Object.keys(input.choices)) packetIn(room, packet)
  const ballots = lines.map(({ vote }) => ({ vote, ballot: vote.ballots.find((one) => one.expert === member.expert) }))
  const own = ballots.filter(({ ballot }) => ballot?.state !== 'recused')
  if (own.length === 0) refuse('recused')
  if (own.every(({ ballot }) => ballot?.state === 'absent')) refuse('not-present')
  const missing = own.filter(({ vote }) => input.choices[vote.packet] === undefined)
  if (missing.length > 0) refuse('ballot-incomplete', { packets: missing.map(({ vote }) => vote.workshop) })
  const stray = Object.keys(input.choices).find((packet) => !own.some(({ vote }) => vote.packet === packet))
  if (stray) refuse('recused')
  const count = Object.values(input.choices).filter((choice) => choice === 'for').length
  if (maxYes !== null && count > maxYes) refuse('too-many-yes', { count, max: maxYes })
  write(ctx, room, member, { ...input, turn: open.turn })
  return showMyVote(ctx, input)
}

function write(
  ctx: Ctx,
  room: Room,
  member: Member,
  ballot: {
    turn: number
    choices: Record<string, Choice>
    second?: { name: string; choices: Record<string, Choice> } | undefined
    note: string
  },
): void {
  const entries = Object.entries(ballot.choices)
  const rule = demandVoteRule(room, ctx.caller.lang)
  if (rule.abstention === 'not-allowed' && entries.some(([, choice]) => choice === 'abstain')) refuse('no-abstention')
  const isOwnHand = ctx.caller.door === 'seat'
  if (isOwnHand && entries.some(([, choice]) => choice === 'invalid')) refuse('only-on-paper')
  const second = isOwnHand ? '' : comparedBy(ctx, room, member, ballot)
  const by = actorOf(ctx, { id: member.expert, name: member.person.name })
  decide(
    ctx,
    room,
    entries.map(([packet, choice]) => ({
      kind: 'ballot.cast' as const,
      by,
      subject: packet,
      payload: { packet, turn: ballot.turn, expert: member.expert, choice, second, note: ballot.note },
    })),
    ['votes'],
  )
}

/** A paper ballot is entered twice, by two people; a script has only the record of its door. */
function comparedBy(ctx: Ctx, room: Room, member: Member, ballot: Parameters<typeof write>[3]): string {
  const { choices, second, turn } = ballot
  const own = allBallots(room.file).find(
    (one) => one.expert === member.expert && one.turn === turn && choices[one.packet] !== undefined,
  )
  if (own?.door === 'seat') refuse('own-choice-stands', { seat: member.seat })
  if (!second) return ctx.caller.door === 'desk' ? refuse('second-person-needed') : ''
  if ([ctx.caller.name, member.person.name].includes(second.name.trim())) refuse('second-person-needed')
  const packets = new Set([...Object.keys(choices), ...Object.keys(second.choices)])
  if ([...packets].some((packet) => choices[packet] !== second.choices[packet])) refuse('entries-differ')
  return second.name.trim()
}
