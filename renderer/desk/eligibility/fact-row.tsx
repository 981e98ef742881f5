/** One fact of eligibility: where it comes from, and keying it in with the page that proves it. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { EligibilityFactView, EligibilityValue } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { FactValueInput } from './fact-value.tsx'
import { RetirementHelp } from './retirement-help.tsx'

const retirementKey = 'leader.months_to_statutory_retirement'

type Props = { packet: string; fact: EligibilityFactView; here: Place | undefined; locked: boolean }

export function EligibilityFactRow({ packet, fact, here, locked }: Props) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [draft, setDraft] = useState<{ value: EligibilityValue }>()
  const [isProven, setProven] = useState(false)
  const proof = here && isProven ? here : null
  const save = async () => {
    if (!draft) return
    const done = await run(() =>
      desk.eligibility.record({ round, packet, facts: [{ key: fact.key, value: draft.value, proof, note: '' }] }),
    )
    if (done !== undefined) setDraft(undefined)
  }
  const value = draft ? draft.value : fact.known ? fact.value : undefined
  return (
    <div className="fact">
      <div className="fact-line wrap">
        <div className="fact-name">
          {say(fact.name)}{' '}
          {draft ? (
            <Chip tone="warn">{words.packet.notSaved}</Chip>
          ) : fact.from === null ? (
            <Chip tone="no">{words.eligibility.unknown}</Chip>
          ) : (
            <span className="soft small">{words.eligibility.from[fact.from]}</span>
          )}
          <div className="soft small">
            {fact.usedBy.length === 0 ? null : words.eligibility.usedBy(fact.usedBy.join('、'))}
          </div>
        </div>
        <FactValueInput
          fact={fact}
          label={say(fact.name)}
          value={value}
          locked={locked}
          onChange={(next) => setDraft({ value: next })}
        />
      </div>
      {fact.key === retirementKey && !locked ? <RetirementHelp onTake={(value) => setDraft({ value })} /> : null}
      {draft ? (
        <div className="row mid wrap">
          {here ? (
            <Checkbox checked={isProven} onChange={(event) => setProven(event.target.checked)}>
              {words.eligibility.proof(here.page)}
            </Checkbox>
          ) : (
            <span className="soft small">{words.eligibility.unproven}</span>
          )}
          <span className="grow" />
          <Button size="small" onClick={() => setDraft(undefined)}>
            {common.cancel}
          </Button>
          <Button size="small" type="primary" loading={busy} onClick={() => void save()}>
            {common.save}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
