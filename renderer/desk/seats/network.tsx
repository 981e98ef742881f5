/** The room's network: open or closed, every address, what to do when a tablet does not get in, and without encryption. */
import { WifiOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { LanView } from '#host/api/shapes.ts'
import { type Reading, useRead } from '../../kit/hooks.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Lan = { view: LanView; again: Reading<LanView>['again'] }

export function Network() {
  const lan = useRead(() => desk.lan.show({}), [], ['seats'])
  return (
    <Shown of={lan}>
      {(view) => (
        <section className="network no-print stack">
          <Switch view={view} again={lan.again} />
          {view.running ? <Addresses view={view} again={lan.again} /> : null}
        </section>
      )}
    </Shown>
  )
}

function Switch({ view, again }: Lan) {
  const { seats } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  if (!view.running) {
    return (
      <div className="row mid wrap">
        <Chip>{seats.lanClosed}</Chip>
        <span className="grow soft small">{seats.lanHint}</span>
        <Button type="primary" loading={busy} onClick={() => void run(() => desk.lan.start({ round })).then(again)}>
          {seats.lanStart}
        </Button>
      </div>
    )
  }
  return (
    <div className="row mid wrap">
      <Chip tone={view.plain ? 'warn' : 'ok'}>
        <WifiOutlined aria-hidden /> {view.plain ? seats.lanPlain : seats.lanOpen}
      </Chip>
      <span className="grow" />
      {view.plain ? (
        <Button loading={busy} onClick={() => void run(() => desk.lan.start({ round })).then(again)}>
          {seats.network.plainBack}
        </Button>
      ) : (
        <WithoutEncryption again={again} />
      )}
      <Button loading={busy} onClick={() => void run(() => desk.lan.stop({})).then(again)}>
        {seats.lanStop}
      </Button>
    </div>
  )
}

function Addresses({ view }: Lan) {
  const { network: words } = useWords().desk.seats
  const reachable = view.networks.slice(0, -1)
  return (
    <>
      {view.plain ? <Alert type="warning" showIcon title={words.plainNow} /> : null}
      {view.moved ? <Alert type="warning" showIcon title={words.moved} /> : null}
      {reachable.length === 0 ? <Alert type="warning" showIcon title={words.none} /> : null}
      <div>
        <span className="soft small">{words.addresses}</span>
        <ul className="network-addresses">
          {view.networks.map(({ name, address }) => (
            <li key={address}>
              <strong>{address}</strong>{' '}
              <span className="soft small">{name === '' ? words.onlyHere : words.named(name)}</span>
            </li>
          ))}
        </ul>
      </div>
      {view.fingerprint === null ? null : (
        <div className="soft small">
          {view.issuedBy === null ? null : words.issuedBy[view.issuedBy]}。{words.compare}
          <span className="fingerprint">{words.certificate(view.fingerprint)}</span>
        </div>
      )}
      <Help port={view.port ?? 0} />
    </>
  )
}

function Help({ port }: { port: number }) {
  const { network: words } = useWords().desk.seats
  const { same, every, alert, allow, private: own, guard, router, stick } = words.steps
  return (
    <details className="network-help">
      <summary>{words.help}</summary>
      <ol>
        {[same, every, alert, allow, own, guard(port), router, stick].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  )
}

/** The secretary decides, having read what is lost; the reason goes into the ledger. */
function WithoutEncryption({ again }: { again: () => void }) {
  const { desk: all, common } = useWords()
  const words = all.seats.network
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [knows, setKnows] = useState(false)
  const open = async () => {
    const view = await run(() => desk.lan.start({ round, plain: true, reason }))
    if (!view) return
    setAsking(false)
    again()
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.plainOpen}</Button>
      <Modal
        open={isAsking}
        centered
        width={680}
        title={words.plainTitle}
        okText={words.plainYes}
        cancelText={common.cancel}
        okButtonProps={{ danger: true, disabled: !knows || reason.trim() === '' }}
        confirmLoading={busy}
        onOk={() => void open()}
        onCancel={() => setAsking(false)}
      >
        <div className="stack">
          <p>{words.plainFirst}</p>
          <div>
            <strong>{words.plainLost}</strong>
            <ul>
              {[words.plainLosses.read, words.plainLosses.key, words.plainLosses.drafts].map((loss) => (
                <li key={loss}>{loss}</li>
              ))}
            </ul>
          </div>
          <p>{words.plainAdvice}</p>
          <Input
            aria-label={words.plainReason}
            placeholder={`${words.plainReason}　${words.plainExample}`}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Checkbox checked={knows} onChange={(event) => setKnows(event.target.checked)}>
            {words.plainKnow}
          </Checkbox>
        </div>
      </Modal>
    </>
  )
}
