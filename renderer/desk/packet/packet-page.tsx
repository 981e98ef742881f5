/** One application at the desk: its papers on the left, what was read and decided on the right. */
import { ArrowLeftOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { PacketView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Chip, Loading, Shown } from '../../kit/states.tsx'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { EligibilityTab } from '../eligibility/eligibility-tab.tsx'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { CheckForm } from './check-form.tsx'
import { FactTable } from './fact-table.tsx'
import { FieldList } from './field-list.tsx'
import { FileTable } from './file-table.tsx'
import { Withdraw } from './withdraw.tsx'

const PacketViewer = lazy(() => import('../../kit/viewer/viewer.tsx').then((room) => ({ default: room.PacketViewer })))
const tones = { unchecked: 'plain', accepted: 'ok', returned: 'no', withdrawn: 'plain' } as const

function PacketHead({ packet }: { packet: PacketView }) {
  const { desk: words, common } = useWords()
  const { round, frozen } = useRound()
  const list = useRead(() => desk.packets.list({ round }), [round], ['packets'])
  const rows = list.value ?? []
  const at = rows.findIndex((row) => row.packet === packet.packet)
  const before = rows[at - 1]
  const after = at < 0 ? undefined : rows[at + 1]
  return (
    <div className="packet-head row mid">
      <Button size="small" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => go(hrefOf(round, 'material-check'))}>
        {words.packet.list}
      </Button>
      <h1 className="packet-name">
        {packet.no} {packet.workshop}
      </h1>
      <span className="soft small packet-unit">
        {packet.unit} · {packet.leader}
      </span>
      <Chip tone={tones[packet.state]}>{common.packetState[packet.state]}</Chip>
      <span className="grow" />
      {frozen || packet.state === 'withdrawn' ? null : <Withdraw packet={packet} />}
      <Button
        size="small"
        icon={<LeftOutlined aria-hidden />}
        disabled={before === undefined}
        onClick={() => before && go(hrefOf(round, 'packet', before.packet))}
      >
        {words.packet.before}
      </Button>
      <Button
        size="small"
        disabled={after === undefined}
        onClick={() => after && go(hrefOf(round, 'packet', after.packet))}
      >
        {words.packet.after} <RightOutlined aria-hidden />
      </Button>
    </div>
  )
}

function PacketBody({ packet, tab, place }: { packet: PacketView; tab: string | null; place: Place | null }) {
  const { desk: words } = useWords()
  const { round } = useRound()
  const [here, setHere] = useState<Place>()
  const [wanted, setWanted] = useState<Place | undefined>(place ?? undefined)
  useEffect(() => {
    if (place) setWanted(place)
  }, [place])
  const id = packet.packet
  const read = useCallback((sha256: string) => desk.files.read({ round, packet: id, sha256 }), [round, id])
  // A scheme without rules of eligibility refuses to be asked; then there is no tab.
  const eligibility = useRead(() => desk.packets.eligibility({ round, packet: id }), [round, id], ['packets'])
  const items = [
    { key: 'fields', label: words.packet.fields, children: <FieldList packet={packet} /> },
    { key: 'files', label: words.packet.files, children: <FileTable packet={packet} onGoTo={setWanted} /> },
    ...(eligibility.error !== undefined && eligibility.value === undefined
      ? []
      : [
          {
            key: 'eligibility',
            label: words.eligibility.tab(eligibility.value?.open ?? 0),
            children: <EligibilityTab of={eligibility} here={here} />,
          },
        ]),
    { key: 'check', label: words.packet.check, children: <CheckForm packet={packet} /> },
    ...(packet.facts.length === 0
      ? []
      : [
          {
            key: 'facts',
            label: words.packet.facts(packet.factsRecorded, packet.factsWanted),
            children: <FactTable packet={packet} here={here} onGoTo={setWanted} />,
          },
        ]),
  ]
  return (
    <div className="packet-body">
      <div className="packet-papers">
        <Suspense fallback={<Loading />}>
          <PacketViewer files={packet.fileList} read={read} position={wanted} onPosition={setHere} />
        </Suspense>
      </div>
      <section className="packet-side" aria-label={packet.workshop}>
        <Tabs
          activeKey={tab ?? 'fields'}
          items={items}
          onChange={(key) => go(hrefOf(round, 'packet', id, key))}
          destroyOnHidden={false}
        />
      </section>
    </div>
  )
}

export function PacketPage({ packet, tab, place }: { packet: string; tab: string | null; place: Place | null }) {
  const { round } = useRound()
  const reading = useRead(() => desk.packets.show({ round, packet }), [round, packet], ['packets', 'visits'])
  return (
    <main className="packet-page">
      <Shown of={reading}>
        {(view) => (
          <>
            <PacketHead packet={view} />
            <PacketBody packet={view} tab={tab} place={place} />
          </>
        )}
      </Shown>
    </main>
  )
}
