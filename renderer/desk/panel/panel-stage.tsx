/** 专家组: the list of experts, who of them sits on the panel, who chairs. Odd and large enough, said while picking. */
import { CheckCircleOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { Alert, Button, Tabs } from 'antd'
import { useState } from 'react'
import { refusal, sentenceOf } from '#core/refusal.ts'
import type { PanelView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useLang, useSay } from '../../kit/lang.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useConfirm } from '../frame/confirm.tsx'
import { useMay, useRound } from '../frame/round.ts'
import { Touches } from '../frame/touches.tsx'
import { go, hrefOf } from '../route.ts'
import { AddExpert } from './add-expert.tsx'
import { AlternatePicker, Alternates } from './alternates.tsx'
import { AttendanceTab } from './attendance-tab.tsx'
import { ChairCard } from './chair-card.tsx'
import { DrawTab } from './draw-tab.tsx'
import { ImportRoster } from './import-roster.tsx'
import { OfficersForm } from './officers-form.tsx'
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

/** Who was drawn, to be taken over as the panel. */
type Drawn = { members: string[]; alternates: string[] }

function Picking({ panel, drawn }: { panel: PanelView; drawn: Drawn | undefined }) {
  const { desk: allWords, common } = useWords()
  const { panel: words } = allWords
  const say = useSay()
  const { round } = useRound()
  const may = useMay('set-panel')
  const { run, busy } = useDeskAct()
  const confirm = useConfirm()
  const [picked, setPicked] = useState<string[] | undefined>(drawn?.members)
  const [chosenChair, setChair] = useState<string | null>()
  const [chosenAlternates, setAlternates] = useState<string[] | undefined>(drawn?.alternates)
  const members = picked ?? panel.members.map(({ expert }) => expert)
  const chair = chosenChair === undefined ? (panel.members.find((seat) => seat.chair)?.expert ?? null) : chosenChair
  const sitting = chair !== null && members.includes(chair) ? chair : null
  const alternates = (chosenAlternates ?? panel.alternates.map(({ expert }) => expert)).filter(
    (expert) => !members.includes(expert),
  )
  const isChanged = picked !== undefined || chosenChair !== undefined || chosenAlternates !== undefined
  const ordered = panel.experts.map(({ expert }) => expert).filter((id) => members.includes(id))
  const nameOf = (id: string) => panel.experts.find(({ expert }) => expert === id)?.name ?? id
  const set = async () => {
    const done = await run(() => desk.panel.set({ round, members: ordered, chair: sitting, alternates }))
    if (done === undefined) return
    setPicked(undefined)
    setAlternates(undefined)
    setChair(undefined)
  }
  const leaving = panel.members.filter(({ expert }) => !members.includes(expert))
  const ask = () =>
    confirm({
      title: words.setAsk(members.length),
      ok: words.set(members.length),
      act: set,
      content: (
        <Touches
          touches={[
            { name: words.setMembers, names: ordered.map((id, at) => `${common.seatNo(at + 1)} ${nameOf(id)}`) },
            { name: words.chair, names: sitting === null ? [] : [nameOf(sitting)] },
            { name: words.setAlternates, names: alternates.map(nameOf) },
            { name: words.setLeaving, names: leaving.map(({ name }) => name) },
          ]}
        >
          <p>{words.setMeans}</p>
        </Touches>
      ),
    })
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
          <Button type="primary" loading={busy} disabled={members.length === 0} onClick={ask}>
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

const tabs = ['roster', 'draw', 'officers', 'attendance'] as const
type Tab = (typeof tabs)[number]

/** The experts of the round, and who of them sits on the panel. */
function Roster({ panel, drawn }: { panel: PanelView; drawn: Drawn | undefined }) {
  const { panel: words } = useWords().desk
  const may = useMay('list-experts')
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="stack">
      <div className="row mid wrap">
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
      {panel.experts.length === 0 ? (
        <Empty title={words.emptyTitle} hint={words.emptyHint} />
      ) : (
        <Picking key={drawn?.members.join()} panel={panel} drawn={drawn} />
      )}
      {isAdding ? <AddExpert onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

export function PanelStage({ tab }: { tab: string | null }) {
  const { panel: words, people } = useWords().desk
  const { round } = useRound()
  const [drawn, setDrawn] = useState<Drawn>()
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel'])
  const shown = tabs.find((one) => one === tab) ?? 'roster'
  const take = (members: string[], alternates: string[]) => {
    setDrawn({ members, alternates })
    go(hrefOf(round, 'panel', 'roster'))
  }
  const screenOf = (view: PanelView, of: Tab) => {
    switch (of) {
      case 'roster':
        return <Roster panel={view} drawn={drawn} />
      case 'draw':
        return <DrawTab onTake={take} />
      case 'officers':
        return (
          <div className="stack">
            <ChairCard panel={view} />
            <OfficersForm key={view.officers.map(({ expert }) => expert).join()} panel={view} />
          </div>
        )
      case 'attendance':
        return <AttendanceTab panel={view} />
    }
  }
  return (
    <section className="sheet" aria-labelledby="panel-title">
      <h1 id="panel-title">{words.title}</h1>
      <Tabs
        activeKey={shown}
        onChange={(key) => go(hrefOf(round, 'panel', key))}
        items={tabs.map((key) => ({ key, label: people.tabs[key] }))}
      />
      <Shown of={panel}>{(view) => screenOf(view, shown)}</Shown>
    </section>
  )
}
