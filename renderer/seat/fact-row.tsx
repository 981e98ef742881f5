/** An item whose points follow from facts: the number, the sentence it comes from, and the page that proves it. */
import { PaperClipOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Proof } from '#core/ledger/kinds.ts'
import type { ItemView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { Chip } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { DoubtButton, DoubtsSaid } from './doubt.tsx'

type ProofProps = { item: ItemView; pinName: (pin: Proof) => string; onGoTo: (place: Proof) => void }

export function FactRow(props: ProofProps) {
  const { seat: words } = useWords()
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { item } = props
  return (
    <div className="item" data-item={item.id}>
      <div className="item-main">
        <button
          type="button"
          className="item-name"
          aria-expanded={isOpen}
          title={words.standard}
          onClick={() => setOpen(!isOpen)}
        >
          <strong>
            {item.id} {say(item.name)}
          </strong>{' '}
          <span className="soft small nowrap">{words.fullMarks(item.max)}</span>
        </button>
        {isOpen ? (
          <p className="small">
            {words.standard}：{say(item.criterion)}
          </p>
        ) : null}
        <div className="item-line">
          <span className="soft small">
            {words.fromFacts}
            {item.derivation ? say(item.derivation) : words.factMissing}
          </span>
          <Proofs {...props} />
        </div>
        <DoubtsSaid item={item} />
      </div>
      <div className="item-side">
        <output className="item-points num" aria-label={`${item.id} ${say(item.name)}`}>
          {item.points ?? '–'}
        </output>
        <DoubtButton item={item} />
      </div>
    </div>
  )
}

/** The facts an expert's judgement starts from, as they were recorded, with the pages that prove them. */
export function FactsOf(props: ProofProps) {
  const { seat: words } = useWords()
  const say = useSay()
  const { facts } = props.item
  if (facts.length === 0) return null
  const spoken = facts.map(({ name, value, unit }) => {
    if (typeof value === 'boolean') return `${say(name)} ${value ? words.there : words.notThere}`
    const shown = Array.isArray(value) ? value.join('、') : (value ?? words.factMissing)
    return `${say(name)} ${shown}${unit && value !== null ? ` ${say(unit)}` : ''}`
  })
  return (
    <div className="item-line">
      <span className="soft small">
        {words.factsHere}
        {spoken.join('；')}
      </span>
      <Proofs {...props} />
      <DoubtButton item={props.item} />
      <DoubtsSaid item={props.item} />
    </div>
  )
}

/** A chip for every page that proves a fact of this item; facts proven by the same page share one. */
function Proofs({ item, pinName, onGoTo }: ProofProps) {
  const { seat: words } = useWords()
  const proofs = new Map(
    item.facts.flatMap(({ proof }) => (proof ? [[`${proof.file}/${proof.page}`, proof] as const] : [])),
  )
  return (
    <>
      {[...proofs].map(([key, proof]) => (
        <button key={key} type="button" className="pin" onClick={() => onGoTo(proof)}>
          <PaperClipOutlined aria-hidden /> {words.proofAt(pinName(proof))}
        </button>
      ))}
      {item.facts.some(({ visit }) => visit !== null) ? <Chip tone="info">{words.seenOnSite}</Chip> : null}
    </>
  )
}
