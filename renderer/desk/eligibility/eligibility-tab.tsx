/** Eligibility of one application: the machine's word on every rule, the facts under it, and the person's decision. */
import { Alert, Checkbox } from 'antd'
import { useState } from 'react'
import type { EligibilityView } from '#host/api/shapes.ts'
import type { Reading } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'
import { useMay } from '../frame/round.ts'
import { EligibilityFactRow } from './fact-row.tsx'
import { EligibilityRuleRow } from './rule-row.tsx'

const tones = { not_eligible_by_machine: 'error', needs_decision: 'warning', needs_judgement: 'info' } as const

function Body({ view, here }: { view: EligibilityView; here: Place | undefined }) {
  const { eligibility: words } = useWords().desk
  const say = useSay()
  const locked = !useMay('check-packets')
  const [isOpenOnly, setOpenOnly] = useState(false)
  const shown = view.rules.filter(({ stands }) => !isOpenOnly || stands === 'open')
  const known = view.facts.filter((fact) => fact.known).length
  return (
    <div className="stack">
      <Alert type={tones[view.overall]} showIcon title={words.overall[view.overall]} />
      {view.doubles.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={words.doubles}
          description={
            <ul>
              {view.doubles.map((double) => (
                <li key={double.text.en}>{say(double.text)}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className="row mid">
        <strong className="grow">{words.rules}</strong>
        <Checkbox checked={isOpenOnly} onChange={(event) => setOpenOnly(event.target.checked)}>
          {words.onlyOpen}
        </Checkbox>
      </div>
      <ol className="eligibility-rules">
        {shown.map((rule) => (
          <EligibilityRuleRow key={rule.id} packet={view.packet} rule={rule} locked={locked} />
        ))}
      </ol>
      <details className="conditions" open={known < view.facts.length}>
        <summary>{words.facts(known, view.facts.length)}</summary>
        {view.facts.map((fact) => (
          <EligibilityFactRow key={fact.key} packet={view.packet} fact={fact} here={here} locked={locked} />
        ))}
      </details>
    </div>
  )
}

export function EligibilityTab({ of, here }: { of: Reading<EligibilityView>; here: Place | undefined }) {
  return <Shown of={of}>{(view) => <Body view={view} here={here} />}</Shown>
}
