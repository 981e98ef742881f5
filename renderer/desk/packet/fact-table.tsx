/** The countable facts of one application: entered once, each with the page that proves it, for every expert alike. */
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { FactView, PacketView } from '#host/api/shapes.ts'
import { type FactDraft, isSame, readDraft, writtenDraft } from '../../kit/fact-draft.ts'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { useUndo } from '../frame/undo.tsx'
import { FactLine } from './fact-line.tsx'

/** Facts in the order of the rubric, by the item they belong to. */
function byItem(facts: readonly FactView[]): [string, FactView[]][] {
  const items = new Map<string, FactView[]>()
  for (const fact of facts) items.set(fact.item, [...(items.get(fact.item) ?? []), fact])
  return [...items]
}

export function FactTable(props: { packet: PacketView; here: Place | undefined; onGoTo: (place: Place) => void }) {
  const { packet, here, onGoTo } = props
  const { packet: words } = useWords().desk
  const { round } = useRound()
  const may = useMay('record-facts')
  const { run, busy } = useDeskAct()
  const offerUndo = useUndo()
  const [drafts, setDrafts] = useState<Record<string, FactDraft>>({})
  const draftOf = (fact: FactView) => drafts[fact.key] ?? writtenDraft(fact)
  const changed = packet.facts.filter(
    (fact) => drafts[fact.key] !== undefined && !isSame(draftOf(fact), writtenDraft(fact)),
  )
  const read = changed.map((fact) => ({ fact, answer: readDraft(fact, draftOf(fact)) }))
  const complete = read.flatMap(({ answer }) => (answer === null ? [] : [answer]))
  const unfinished = read.length - complete.length
  const save = async () => {
    const saved = await run(() => desk.facts.record({ round, packet: packet.packet, facts: complete }))
    if (saved === undefined) return
    const written = new Set(complete.map(({ key }) => key))
    setDrafts((last) => Object.fromEntries(Object.entries(last).filter(([key]) => !written.has(key))))
    const before = changed.flatMap((fact) => (written.has(fact.key) ? [readDraft(fact, writtenDraft(fact))] : []))
    // A fact that was unknown cannot be made unknown again, only corrected.
    if (before.some((fact) => fact === null)) return
    const facts = before.filter((fact) => fact !== null)
    offerUndo(words.factsRecorded(facts.length), () => desk.facts.record({ round, packet: packet.packet, facts }))
  }
  const wanted = packet.factsWanted - packet.factsRecorded
  return (
    <div className="facts">
      <p className="soft small">{words.factsHint}</p>
      {may ? null : <Alert type="info" showIcon title={words.factsLocked} />}
      {byItem(packet.facts).map(([item, facts]) => (
        <div key={item} className="fact-group">
          <div className="fact-item">{item}</div>
          <div className="grow">
            {facts.map((fact) => (
              <FactLine
                key={fact.key}
                fact={fact}
                draft={draftOf(fact)}
                files={packet.fileList}
                here={here}
                locked={!may}
                isChanged={changed.includes(fact)}
                onGoTo={onGoTo}
                onChange={(draft) => setDrafts((last) => ({ ...last, [fact.key]: draft }))}
              />
            ))}
          </div>
        </div>
      ))}
      {may ? (
        <div className="facts-foot row mid">
          <span className="grow soft small" role="status">
            {unfinished > 0
              ? words.factsUnfinished(unfinished)
              : wanted > 0
                ? words.factsWanted(wanted)
                : words.factsAll}
          </span>
          <Button type="primary" loading={busy} disabled={complete.length === 0} onClick={() => void save()}>
            {words.factsSave(complete.length)}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
