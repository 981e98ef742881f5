/** 专家组: the list of experts, who of them sits on the panel, who chairs. Odd and large enough, said while picking. */
import { CheckCircleOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { refusal, sentenceOf } from '#core/refusal.ts'
import type { PanelView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useLang, useSay } from '../../kit/lang.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { AddExpert } from './add-expert.tsx'
import { AlternatePicker, Alternates } from './alternates.tsx'
import { ImportRoster } from './import-roster.tsx'
import { RosterTable } from './roster-table.tsx'

function PanelSentence({ count, wanted }: { count: number; wanted: PanelView['wanted'] }) {
  const { panel } = useWords().desk
  const lang = useLang((store) => store.lang)
  const problem =
    count < wanted.minimum
      ? sentenceOf(refusal('small-panel', { count, minimum: wanted.minimum }), lang)
      : wanted.parity === 'odd' && count % 2 === 0
        ? sentenceOf(refusal('even-panel', { count }), lang)
        : null
  return (
    <p className={problem === null ? 'panel-good' : 'panel-bad'} role="status">
      {problem === null ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
      {problem ?? panel.good(count)}
    </p>
  )
}

function Picking({ panel }: { panel: PanelView }) {
  const { panel: words } = useWords().desk
  const say = useSay()
  const { round } = useRound()
  const may = useMay('set-panel')
  const { run, busy } = useDeskAct()
  const [picked, setPicked] = useState<string[]>()
  const [chosenChair, setChair] = useState<string | null>()
  const [chosenAlternates, setAlternates] = useState<string[]>()
  const members = picked ?? panel.members.map(({ expert }) => expert)
  const chair = chosenChair === undefined ? (panel.members.find((seat) => seat.chair)?.expert ?? null) : chosenChair
  const sitting = chair !== null && members.includes(chair) ? chair : null
  const alternates = (chosenAlternates ?? panel.alternates.map(({ expert }) => expert)).filter(
    (expert) => !members.includes(expert),
  )
  const isChanged = picked !== undefined || chosenChair !== undefined || chosenAlternates !== undefined
  const set = async () => {
    const ordered = panel.experts.map(({ expert }) => expert).filter((id) => members.includes(id))
    const done = await run(() => desk.panel.set({ round, members: ordered, chair: sitting, alternates }))
    if (done === undefined) return
    setPicked(undefined)
    setAlternates(undefined)
    setChair(undefined)
  }
  return (
    <>
      <RosterTable
        panel={panel}
        members={members}
        chair={sitting}
        locked={!may}
        onMembers={setPicked}
        onChair={(expert) => setChair(expert)}
      />
      {may ? (
        <AlternatePicker panel={panel} members={members} alternates={alternates} onAlternates={setAlternates} />
      ) : (
        <Alternates panel={panel} />
      )}
      <div className="row mid wrap sheet-foot">
        <PanelSentence count={members.length} wanted={panel.wanted} />
        <span className="grow" />
        {panel.constituted && !isChanged ? (
          <>
            <span className="soft">{words.isSet}</span>
            <Button onClick={() => go(hrefOf(round, 'seats'))}>{words.toSeats}</Button>
          </>
        ) : null}
        {may && (isChanged || !panel.constituted) ? (
          <Button type="primary" loading={busy} disabled={members.length === 0} onClick={() => void set()}>
            {words.set(members.length)}
          </Button>
        ) : null}
      </div>
      {[...panel.problems, ...panel.warnings].map((each) => (
        <Alert key={each.en} type="warning" showIcon title={say(each)} />
      ))}
    </>
  )
}

export function PanelStage() {
  const { panel: words } = useWords().desk
  const { round } = useRound()
  const may = useMay('list-experts')
  const [isAdding, setAdding] = useState(false)
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  return (
    <section className="sheet" aria-labelledby="panel-title">
      <div className="row mid wrap sheet-head">
        <h1 id="panel-title">{words.title}</h1>
        <span className="grow soft small">{words.hint}</span>
        {may ? (
          <>
            <ImportRoster />
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </>
        ) : null}
      </div>
      <Shown of={panel}>
        {(view) =>
          view.experts.length === 0 ? (
            <Empty title={words.emptyTitle} hint={words.emptyHint} />
          ) : (
            <Picking panel={view} />
          )
        }
      </Shown>
      {isAdding ? <AddExpert onClose={() => setAdding(false)} /> : null}
    </section>
  )
}
