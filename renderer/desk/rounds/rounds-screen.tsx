/** The first screen: the rounds on this computer, or two large choices when there are none yet. */
import { BookOutlined, ExperimentOutlined, FolderOpenOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { RoundSummary } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../../kit/display-menu.tsx'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { DeviceButton, HelpButton } from '../help/help-button.tsx'
import { go, hrefOf } from '../route.ts'
import { type DamagedRound, MendDialog, TroubleText } from './damaged-round.tsx'
import { SampleChoice } from './sample-choice.tsx'

function FirstChoices({ onSample }: { onSample: () => void }) {
  const { rounds } = useWords().desk
  return (
    <div className="first">
      <h1 className="first-title">{rounds.firstTitle}</h1>
      <p className="soft">{rounds.firstHint}</p>
      <div className="first-choices">
        <button type="button" className="first-choice" onClick={() => go('#/new')}>
          <PlusOutlined aria-hidden />
          <strong>{rounds.create}</strong>
          <span className="soft">{rounds.createHint}</span>
        </button>
        <button type="button" className="first-choice" onClick={onSample}>
          <ExperimentOutlined aria-hidden />
          <strong>{rounds.sample}</strong>
          <span className="soft">{rounds.sampleHint}</span>
        </button>
      </div>
    </div>
  )
}

/** Cells that the sentence of a damaged round covers. */
const covered = ({ trouble }: RoundSummary) => (trouble ? { colSpan: 0 } : {})

function RoundTable({ list, onMend }: { list: RoundSummary[]; onMend: (damaged: DamagedRound) => void }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const when = useWhen()
  const columns: TableColumnsType<RoundSummary> = [
    {
      title: words.rounds.title,
      key: 'title',
      // A damaged one has nothing but its sentence, which takes the place of what the other columns would say.
      onCell: (row) => (row.trouble ? { colSpan: 6 } : {}),
      render: (_, row) =>
        row.trouble ? (
          <TroubleText round={row.round} trouble={row.trouble} />
        ) : (
          <>
            <a href={hrefOf(row.round)}>
              <strong>{row.title}</strong>
            </a>{' '}
            {row.sample ? <Chip tone="warn">{common.sample}</Chip> : null}
            <div className="soft small">{row.organiser}</div>
          </>
        ),
    },
    {
      title: words.rounds.scheme,
      key: 'scheme',
      onCell: covered,
      render: (_, row) => (
        <>
          {say(row.activityName)}
          <div className="soft small">
            {say(row.schemeShort)} · {row.documentNumber}
          </div>
        </>
      ),
    },
    {
      title: words.rounds.stage,
      key: 'stage',
      onCell: covered,
      render: (_, row) => <Chip tone="info">{say(row.stageName)}</Chip>,
    },
    { title: words.rounds.packets, dataIndex: 'packets', align: 'right', onCell: covered },
    { title: words.rounds.experts, dataIndex: 'experts', align: 'right', onCell: covered },
    { title: words.rounds.created, key: 'created', onCell: covered, render: (_, row) => when(row.createdAt, 'day') },
    {
      title: <span className="kit-hidden">{common.act}</span>,
      key: 'open',
      render: (_, { round, title, trouble }) => {
        if (!trouble) {
          return (
            <Button aria-label={`${words.rounds.open} ${title}`} onClick={() => go(hrefOf(round))}>
              {words.rounds.open}
            </Button>
          )
        }
        // A file from a newer program is whole: there is nothing to mend, only to update.
        if (trouble.code === 'newer-store') return null
        return (
          <Button danger onClick={() => onMend({ round, trouble })}>
            {words.rounds.damaged.mend}
          </Button>
        )
      },
    },
  ]
  return <Table rowKey="round" size="medium" columns={columns} dataSource={list} pagination={false} />
}

export function RoundsScreen() {
  const { desk: words, common } = useWords()
  const [isSampling, setSampling] = useState(false)
  // It outlives its row: a mended round is an ordinary one in the list while the dialog still says what came back.
  const [mending, setMending] = useState<DamagedRound>()
  const list = useRead(() => desk.rounds.list({}), [], ['round'])
  return (
    <>
      <header className="desk-header">
        <strong className="desk-product">{common.product}</strong>
        <span className="soft">{words.rounds.subtitle}</span>
        <span className="grow" />
        <Button size="small" icon={<BookOutlined aria-hidden />} onClick={() => go('#/schemes')}>
          {words.schemes.title}
        </Button>
        <Button size="small" icon={<FolderOpenOutlined aria-hidden />} onClick={() => go('#/open')}>
          {words.open.button}
        </Button>
        <DeviceButton />
        <HelpButton />
        <LanguageSwitch />
        <DisplayMenu />
      </header>
      <main className="rounds">
        <Shown of={list}>
          {(rounds) =>
            rounds.length === 0 ? (
              <FirstChoices onSample={() => setSampling(true)} />
            ) : (
              <section className="sheet" aria-labelledby="rounds-title">
                <div className="row mid sheet-head">
                  <h1 id="rounds-title">{words.rounds.list}</h1>
                  <span className="grow" />
                  <Button icon={<ExperimentOutlined aria-hidden />} onClick={() => setSampling(true)}>
                    {words.rounds.sample}
                  </Button>
                  <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => go('#/new')}>
                    {words.rounds.create}
                  </Button>
                </div>
                <RoundTable list={rounds} onMend={setMending} />
              </section>
            )
          }
        </Shown>
      </main>
      <SampleChoice open={isSampling} onClose={() => setSampling(false)} />
      {mending ? <MendDialog {...mending} onMended={list.again} onClose={() => setMending(undefined)} /> : null}
    </>
  )
}
