/** The subject of a ledger entry in words: an application, an expert, a stage, or the round. */
import type { Entry } from '#core/ledger/entry.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'

export function useSubject(): (entry: Entry) => string {
  const { ledger } = useWords().desk
  const say = useSay()
  const { round, stages, choices } = useRound()
  const packets = useRead(() => desk.packets.list({ round }), [round], ['packets'])
  const experts = useRead(() => desk.experts.list({ round }), [round], ['panel'])
  const names = new Map<string, string>([
    [round, ledger.round],
    ...stages.map(({ id, name }) => [id, say(name)] as const),
    ...choices.map(({ id, name }) => [id, say(name)] as const),
    ...(packets.value ?? []).map(({ packet, no, workshop }) => [packet, `${no} ${workshop}`] as const),
    ...(experts.value ?? []).map(({ expert, name }) => [expert, name] as const),
  ])
  return ({ subject }) => names.get(subject) ?? subject
}
