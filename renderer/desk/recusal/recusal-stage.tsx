/** 承诺与回避: who has declared, from which applications people are recused, and what that leaves of each panel. */
import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { PanelView, SeatView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { DeclareFor } from './declare-for.tsx'

function MemberTable({ panel, onDeclare }: { panel: PanelView; onDeclare: (expert: string) => void }) {
  const { desk: words, common } = useWords()
  const may = useMay('declare-recusal')
  const nameOf = (packet: string) => {
    const found = panel.applications.find((each) => each.packet === packet)
    return found === undefined ? packet : `${found.no} ${found.workshop}`
  }
  const kindOf = (kind: string) => common.conflict[kind as keyof typeof common.conflict] ?? kind
  const columns: TableColumnsType<SeatView> = [
    { title: words.panel.seat, dataIndex: 'seat', align: 'right', width: 60 },
    {
      title: words.panel.name,
      key: 'name',
      render: (_, row) => (
        <>
          <strong>{row.name}</strong> {row.chair ? <Chip>{words.panel.chair}</Chip> : null}
          <div className="soft small">{row.unit}</div>
        </>
      ),
    },
    {
      title: words.recusal.declared,
      key: 'declared',
      render: (_, row) =>
        row.declared ? (
          <Chip tone="ok">
            <CheckCircleOutlined aria-hidden /> {words.recusal.done}
          </Chip>
        ) : (
          <Chip tone="warn">
            <ClockCircleOutlined aria-hidden /> {words.recusal.notYet}
          </Chip>
        ),
    },
    {
      title: words.recusal.from,
      key: 'from',
      render: (_, row) => {
        const own = panel.recusals.filter(({ expert }) => expert === row.expert)
        if (own.length === 0) return <span className="soft">{row.declared ? words.recusal.noConflict : '–'}</span>
        return own.map((each) => (
          <div key={each.packet}>
            {nameOf(each.packet)} <span className="soft small">{kindOf(each.kind)}</span>
          </div>
        ))
      },
    },
    {
      title: <span className="kit-hidden">{common.act}</span>,
      key: 'act',
      render: (_, row) =>
        may ? (
          <Button
            size="small"
            aria-label={`${row.declared ? words.recusal.change : words.recusal.declareFor} ${row.name}`}
            onClick={() => onDeclare(row.expert)}
          >
            {row.declared ? words.recusal.change : words.recusal.declareFor}
          </Button>
        ) : null,
    },
  ]
  return <Table rowKey="expert" size="medium" columns={columns} dataSource={panel.members} pagination={false} />
}

function Applications({ panel }: { panel: PanelView }) {
  const { recusal } = useWords().desk
  const say = useSay()
  const suggestedFor = (packet: string) => panel.suggested.filter((each) => each.packet === packet)
  const columns: TableColumnsType<PanelView['applications'][number]> = [
    { title: recusal.application, key: 'name', render: (_, row) => `${row.no} ${row.workshop}` },
    { title: recusal.active, dataIndex: 'active', align: 'right', width: 100 },
    {
      title: recusal.remarks,
      key: 'problems',
      render: (_, row) => (
        <span className="row wrap">
          {row.problems.map((each) => (
            <Chip key={each.en} tone="warn">
              <span className="chip-wrap">{say(each)}</span>
            </Chip>
          ))}
          {suggestedFor(row.packet).map((each) => (
            <Chip key={each.expert} tone="info">
              <span className="chip-wrap">{say(each.why)}</span>
            </Chip>
          ))}
        </span>
      ),
    },
  ]
  return <Table rowKey="packet" size="medium" columns={columns} dataSource={panel.applications} pagination={false} />
}

export function RecusalStage() {
  const { desk: words } = useWords()
  const { round } = useRound()
  const [declaring, setDeclaring] = useState<string>()
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel', 'packets'])
  return (
    <Shown of={panel}>
      {(view) => (
        <>
          <section className="sheet" aria-labelledby="recusal-title">
            <div className="row mid wrap sheet-head">
              <h1 id="recusal-title">{words.recusal.title}</h1>
              <span className="soft small">
                {words.recusal.count(view.members.filter(({ declared }) => declared).length, view.members.length)}
              </span>
            </div>
            <MemberTable panel={view} onDeclare={setDeclaring} />
          </section>
          <section className="sheet" aria-labelledby="applications-title">
            <h2 id="applications-title">{words.recusal.effects}</h2>
            <Applications panel={view} />
          </section>
          {declaring === undefined ? null : <DeclareFor expert={declaring} onClose={() => setDeclaring(undefined)} />}
        </>
      )}
    </Shown>
  )
}
