/** Two versions that this expert handed in on two devices, item by item beside each other: one is chosen, and signed. */
import './conflict.css'
import { Alert, Button, Input, Modal, Switch } from 'antd'
import { useId, useState } from 'react'
import type { MeView, OwnConflict, OwnConflictItem, OwnVersion } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useAct, useRead } from '../kit/hooks.ts'
import { useSay } from '../kit/lang.ts'
import { Chip } from '../kit/states.tsx'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'

/** A bar above the work while something of this expert's stands in two versions; nothing otherwise. */
export function OwnConflicts({ me }: { me: MeView }) {
  const { seat: words } = useWords()
  const { round, expert } = me
  const [isOpen, setOpen] = useState(false)
  const mine = useRead(
    () => seatClient().conflicts.mine({ round, expert }),
    [round, expert],
    ['sheets', 'votes', 'round'],
  )
  const [first] = mine.value ?? []
  if (!first) return null
  return (
    <>
      <Alert
        className="second-bar"
        type="warning"
        showIcon
        title={words.conflict.bar(mine.value?.length ?? 0)}
        action={
          <Button size="large" type="primary" onClick={() => setOpen(true)}>
            {words.conflict.open}
          </Button>
        }
      />
      <Modal
        open={isOpen}
        centered
        width={1180}
        footer={null}
        title={words.conflict.title(first.no, first.workshop)}
        onCancel={() => setOpen(false)}
      >
        <SideBySide key={`${first.about}/${first.packet}`} me={me} conflict={first} onDecided={mine.again} />
      </Modal>
    </>
  )
}

type SideProps = { me: MeView; conflict: OwnConflict; onDecided: () => void }

function SideBySide({ me, conflict, onDecided }: SideProps) {
  const { seat: words } = useWords()
  const same = conflict.items.filter(({ differs }) => !differs).length
  const [isAll, setAll] = useState(false)
  const all = useId()
  const items = isAll ? conflict.items : conflict.items.filter(({ differs }) => differs)
  return (
    <div className="stack">
      <p>{words.conflict.what}</p>
      {same === 0 ? null : (
        <div className="row mid">
          <Switch aria-labelledby={all} checked={isAll} onChange={setAll} />
          <span id={all}>{words.conflict.all(same)}</span>
        </div>
      )}
      <div className="conflict-scroll">
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">{conflict.about === 'sheet' ? words.conflict.item : ''}</th>
              {conflict.versions.map((version, at) => (
                <VersionHead key={version.hash} version={version} at={at} />
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} />
            ))}
            <Summary conflict={conflict} />
          </tbody>
        </table>
      </div>
      <Choice me={me} conflict={conflict} onDecided={onDecided} />
    </div>
  )
}

function VersionHead({ version, at }: { version: OwnVersion; at: number }) {
  const { seat: words } = useWords()
  const when = useWhen()
  return (
    <th scope="col">
      <strong>{words.conflict.version(at)}</strong>
      <div className="small">{version.isHere ? words.conflict.here : words.conflict.elsewhere(version.chain)}</div>
      <div className="soft small">{when(version.at)}</div>
      <Chip tone={version.signedBy === 'self' ? 'ok' : 'plain'}>
        {words.conflict.signed[version.signedBy ?? 'nobody']}
      </Chip>
    </th>
  )
}

function ItemRow({ item }: { item: OwnConflictItem }) {
  const { seat: words } = useWords()
  const say = useSay()
  return (
    <tr className={item.differs ? 'is-different' : undefined}>
      <th scope="row">
        {item.id} {say(item.name)} <span className="soft small nowrap">{words.fullMarks(item.max)}</span>
      </th>
      {item.marks.map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the versions do not change places
        <td key={at}>
          {mark === null ? (
            <span className="soft">{words.conflict.nothing}</span>
          ) : (
            <>
              <b className="num nowrap">{words.conflict.points(mark.points)}</b> {mark.reason}
              {mark.pages.length > 0 ? <div className="soft small">{mark.pages.join('、')}</div> : null}
            </>
          )}
        </td>
      ))}
    </tr>
  )
}

/** Below the items: the total and the opinion of a sheet, or the choice of a ballot. */
function Summary({ conflict }: { conflict: OwnConflict }) {
  const { seat: words, common } = useWords()
  const { versions, about } = conflict
  const rows: [name: string, values: string[]][] =
    about === 'ballot'
      ? [[words.voteNow, versions.map(({ choice }) => (choice ? common.ballot[choice] : '—'))]]
      : [
          ...(versions.some(({ total }) => total !== null)
            ? [[words.total, versions.map(({ total }) => total ?? '—')] as [string, string[]]]
            : []),
          [words.opinion, versions.map(({ opinion }) => opinion || words.opinionNone)],
        ]
  return rows.map(([name, values]) => (
    <tr key={name} className={new Set(values).size > 1 ? 'is-different' : undefined}>
      <th scope="row">{name}</th>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the versions do not change places
        <td key={at}>{value}</td>
      ))}
    </tr>
  ))
}

function Choice({ me, conflict, onDecided }: SideProps) {
  const { seat: words } = useWords()
  const { run, busy } = useAct()
  const [kept, setKept] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const group = useId()
  const decide = async () => {
    if (kept === null) return
    const { round, expert } = me
    const { about, packet } = conflict
    const done = await run(() => seatClient().conflicts.decide({ round, expert, about, packet, kept, reason }))
    if (done) onDecided()
  }
  return (
    <fieldset className="conflict-choice">
      <legend>{words.conflict.ask}</legend>
      <div className="row mid wrap">
        {conflict.versions.map((version, at) => (
          <label key={version.hash} className={kept === version.hash ? 'conflict-pick is-picked' : 'conflict-pick'}>
            <input type="radio" name={group} checked={kept === version.hash} onChange={() => setKept(version.hash)} />{' '}
            {words.conflict.keep(at)}
          </label>
        ))}
        <Input
          className="grow"
          size="large"
          aria-label={words.conflict.reason}
          placeholder={words.conflict.reason}
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button size="large" type="primary" disabled={kept === null} loading={busy} onClick={() => void decide()}>
          {words.conflict.decide}
        </Button>
      </div>
      <p className="soft small">{words.conflict.after}</p>
    </fieldset>
  )
}
