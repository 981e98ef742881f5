/** An item whose points follow from facts: the number, the sentence it comes from, and the page that proves it. */
import { PaperClipOutlined } from '@ant-design/icons'
import type { Proof } from '#core/ledger/kinds.ts'
import type { ItemView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { Chip } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'

type ProofProps = { item: ItemView; pinName: (pin: Proof) => string; onGoTo: (place: Proof) => void }

export function FactRow(props: ProofProps) {
  const { seat: words } = useWords()
  const say = useSay()
  const { item } = props
  return (
    <div className="item" data-item={item.id}>
      <div className="item-main">
        <div>
          <strong>
            {item.id} {say(item.name)}
          </strong>{' '}
          <span className="soft small nowrap">{words.fullMarks(item.max)}</span>
        </div>
        <p className="soft small item-why">
          {words.fromFacts}
          {item.derivation ? say(item.derivation) : words.factMissing}
        </p>
        <Proofs {...props} />
      </div>
      <output className="item-points num" aria-label={`${item.id} ${say(item.name)}`}>
        {item.points ?? '–'}
      </output>
    </div>
  )
}

/** A chip for every page that proves a fact of this item; facts proven by the same page share one. */
export function Proofs({ item, pinName, onGoTo }: ProofProps) {
  const { seat: words } = useWords()
  const proofs = new Map(item.facts.flatMap(({ proof }) => (proof ? [[`${proof.file}/${proof.page}`, proof] as const] : [])))
  const isVisited = item.facts.some(({ visit }) => visit !== null)
  if (proofs.size === 0 && !isVisited) return null
  return (
    <div className="item-chips">
      {[...proofs].map(([key, proof]) => (
        <button key={key} type="button" className="pin" onClick={() => onGoTo(proof)}>
          <PaperClipOutlined aria-hidden /> {words.proofAt(pinName(proof))}
        </button>
      ))}
      {isVisited ? <Chip tone="info">{words.seenOnSite}</Chip> : null}
    </div>
  )
}
