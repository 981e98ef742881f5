/** Above the items: whose application it is, the running totals, and what is happening when nothing can be entered. */
import { LockOutlined } from '@ant-design/icons'
import { Alert, Button, Popconfirm } from 'antd'
import { decimal, exact } from '#core/exact/exact.ts'
import { mayDo } from '#core/round/stages.ts'
import type { MeView, SheetView } from '#host/api/shapes.ts'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'
import type { Outbox } from './outbox.ts'
import type { SheetState } from './sheet-state.ts'
import { ChangeSubmitted, Versions } from './versions.tsx'

export function SheetHead({ state }: { state: SheetState }) {
  const { seat: words } = useWords()
  const { sheet, sections, base, bonus, open } = state
  const hasBonus = sections.some(({ block }) => block.bonus)
  const whole = decimal(exact(base).add(exact(bonus)))
  return (
    <header className="sheet-head">
      <div className="grow">
        <h2>
          {sheet.no} {sheet.workshop}
        </h2>
        <p className="soft small">
          {sheet.unit} · {words.leader(sheet.leader)}
        </p>
      </div>
      {sections.length > 0 ? (
        <dl className="sheet-sums num" aria-label={open.size > 0 ? words.soFar : words.total}>
          <div>
            <dt>{words.base}</dt>
            <dd>{base}</dd>
          </div>
          {hasBonus ? (
            <div>
              <dt>{words.bonus}</dt>
              <dd>{bonus}</dd>
            </div>
          ) : null}
          <div>
            <dt>{open.size > 0 ? words.soFar : words.total}</dt>
            <dd className="sheet-whole">{whole}</dd>
          </div>
        </dl>
      ) : null}
    </header>
  )
}

type NoticeProps = { me: MeView; state: SheetState; outbox: Outbox; onOpened: (sheet: SheetView) => void }

export function SheetNotices({ me, state, outbox, onOpened }: NoticeProps) {
  const { seat: words } = useWords()
  const when = useWhen()
  const { sheet, isEditable } = state
  const left = isEditable ? [] : outbox.notesOf(sheet.packet)
  return (
    <div className="sheet-notices">
      {sheet.state === 'submitted' ? (
        <Alert
          type="success"
          showIcon
          icon={<LockOutlined aria-hidden />}
          title={words.submittedAt(sheet.submittedAt ? when(sheet.submittedAt) : '')}
          description={
            <>
              {words.fingerprint} <code className="num">{sheet.entryHash?.slice(0, 8)}</code>
              <span className="soft small"> {words.fingerprintWhat}</span>
              <Versions versions={sheet.versions} />
            </>
          }
          action={
            mayDo('score', me.stage) ? <ChangeSubmitted me={me} packet={sheet.packet} onOpened={onOpened} /> : null
          }
        />
      ) : null}
      {sheet.returned !== null && isEditable ? (
        <Alert
          type="warning"
          showIcon
          title={sheet.reopened ? words.version.openedByMe(sheet.returned) : words.returnedWhy(sheet.returned)}
          description={<Versions versions={sheet.versions} />}
        />
      ) : null}
      {sheet.state !== 'submitted' && !isEditable ? <Alert type="info" showIcon title={words.readOnly} /> : null}
      {mayDo('score', me.stage) ? null : <Alert type="info" showIcon title={words.stageNow[me.stage]} />}
      {left.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={words.leftOver(left.length)}
          description={
            <>
              {left.find((note) => note.refused)?.refused}
              <ul className="left-over">
                {left.map(({ item, draft }) => (
                  <li key={item}>
                    {typeof draft === 'string' ? draft : words.leftOverItem(item, draft.score, draft.reason)}
                  </li>
                ))}
              </ul>
            </>
          }
          action={
            <Popconfirm
              title={words.leftOverSure}
              okButtonProps={{ danger: true }}
              onConfirm={() => outbox.forget(sheet.packet)}
            >
              <Button>{words.leftOverDrop}</Button>
            </Popconfirm>
          }
        />
      ) : null}
    </div>
  )
}
