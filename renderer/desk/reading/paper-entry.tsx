/** A filled paper sheet, entered twice: everything by the first person, the deductions once more by a second who does not see the first's. */
import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Alert, App, Button, Form, Input, Modal, Select, Upload } from 'antd'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { PaperFormView, ProgressView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { PacketViewer } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Typed = Record<string, string>
type First = { name: string; deductions: Typed; reasons: Typed; opinion: string; scan: string; file: File | null }
const emptyFirst: First = { name: '', deductions: {}, reasons: {}, opinion: '', scan: '', file: null }
const filled = (words: string | undefined) => (words ?? '').trim() !== ''
const isNothing = (deduction: string | undefined) => /^0*(\.0*)?$/.test((deduction ?? '').trim())

export function PaperEntry({ view, close }: { view: ProgressView; close: () => void }) {
  const [form, setForm] = useState<PaperFormView>()
  return form === undefined ? (
    <PickSheet view={view} onPicked={setForm} close={close} />
  ) : (
    <TypeTwice key={`${form.expert}/${form.packet}`} form={form} again={() => setForm(undefined)} close={close} />
  )
}

type PickProps = { view: ProgressView; onPicked: (form: PaperFormView) => void; close: () => void }

function PickSheet({ view, onPicked, close }: PickProps) {
  const { desk: words, common } = useWords()
  const { paper } = words
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [code, setCode] = useState('')
  const [expert, setExpert] = useState<string>()
  const [packet, setPacket] = useState<string>()
  const seatAt = view.seats.findIndex((seat) => seat.expert === expert)
  const isOpen = (state: string | undefined) => state !== undefined && state !== 'recused' && state !== 'submitted'
  const open = async (place: Parameters<typeof desk.paperSheets.form>[0]) => {
    const form = await run(() => desk.paperSheets.form(place))
    if (form !== undefined) onPicked(form)
  }
  return (
    <Modal
      open
      width={620}
      title={paper.pickTitle}
      okText={common.next}
      cancelText={common.cancel}
      okButtonProps={{ disabled: expert === undefined || packet === undefined }}
      confirmLoading={busy}
      onCancel={close}
      onOk={() => void (expert && packet && open({ round, expert, packet }))}
    >
      <Form layout="vertical">
        <Form.Item label={paper.code} extra={paper.codeHint}>
          <Input.Search
            autoFocus
            aria-label={paper.code}
            enterButton={paper.codeRead}
            maxLength={200}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            onSearch={(typed) => void (filled(typed) && open({ round, code: typed }))}
          />
        </Form.Item>
        <Form.Item label={paper.expert}>
          <Select
            aria-label={paper.expert}
            value={expert ?? null}
            onChange={(chosen: string) => {
              setExpert(chosen)
              setPacket(undefined)
            }}
            options={view.seats.map((seat) => ({
              value: seat.expert,
              label: `${common.seatNo(seat.seat)} ${seat.name}`,
            }))}
          />
        </Form.Item>
        <Form.Item label={paper.packet}>
          <Select
            aria-label={paper.packet}
            disabled={expert === undefined}
            value={packet ?? null}
            onChange={setPacket}
            options={view.rows.map((row) => {
              const state = row.states[seatAt]
              const note = isOpen(state) || state === undefined ? '' : `（${common.sheetState[state]}）`
              return { value: row.packet, label: `${row.no} ${row.workshop}${note}`, disabled: !isOpen(state) }
            })}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

type TwiceProps = { form: PaperFormView; again: () => void; close: () => void }

function TypeTwice({ form, again, close }: TwiceProps) {
  const { paper } = useWords().desk
  const { message } = App.useApp()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [first, setFirst] = useState<First>(emptyFirst)
  const [second, setSecond] = useState<{ name: string; deductions: Typed }>({ name: '', deductions: {} })
  const [isSecond, setSecondTurn] = useState(false)
  const { expert, packet, seat, expertName, no, items } = form
  const isFirstWhole =
    filled(first.name) &&
    items.every(
      ({ id }) => filled(first.deductions[id]) && (isNothing(first.deductions[id]) || filled(first.reasons[id])),
    ) &&
    (form.withRubric || filled(first.opinion))
  const isSecondWhole = filled(second.name) && items.every(({ id }) => filled(second.deductions[id]))
  const submit = async () => {
    const judgements = Object.fromEntries(
      items.map(({ id }) => [
        id,
        { deduct: first.deductions[id]?.trim() ?? '', reason: first.reasons[id]?.trim() ?? '', pins: [] },
      ]),
    )
    const { name, opinion, scan, file } = first
    const done = await run(() =>
      desk.paperSheets.enter({
        ...{ round, expert, packet, first: name, judgements, opinion, second, scan },
        ...(file && { file }),
      }),
    )
    if (done === undefined) return
    message.success(paper.submitted(seat, no))
    close()
  }
  const title = isSecond ? paper.secondTitle(seat, expertName, no) : paper.firstTitle(seat, expertName, no)
  return (
    <Modal
      open
      centered
      width={first.file ? 1_320 : 920}
      classNames={{ body: 'paper-entry-body' }}
      title={title}
      onCancel={close}
      footer={[
        isSecond ? (
          <Button key="back" onClick={() => setSecondTurn(false)}>
            {paper.back}
          </Button>
        ) : (
          <Button key="other" onClick={again}>
            {paper.other}
          </Button>
        ),
        isSecond ? (
          <Button key="go" type="primary" disabled={!isSecondWhole} loading={busy} onClick={() => void submit()}>
            {paper.submit}
          </Button>
        ) : (
          <Button key="next" type="primary" disabled={!isFirstWhole} onClick={() => setSecondTurn(true)}>
            {paper.next}
          </Button>
        ),
      ]}
    >
      <p className="soft">
        {form.workshop}　{isSecond ? paper.secondHint : paper.firstHint}
      </p>
      {form.state === 'draft' && !isSecond ? <Alert type="warning" showIcon title={paper.draftThere} /> : null}
      <Beside scan={first.file}>
        {isSecond ? (
          <SecondTurn key="second" form={form} entry={second} change={setSecond} />
        ) : (
          <FirstTurn key="first" form={form} entry={first} change={setFirst} />
        )}
      </Beside>
    </Modal>
  )
}

/** The scan, where there is one, beside what is typed from it: both people read from the same picture. */
function Beside({ scan, children }: { scan: File | null; children: ReactNode }) {
  const { paper } = useWords().desk
  const files = useMemo(() => (scan ? [scanShown(scan)] : []), [scan])
  const read = useCallback(async () => scan ?? new Blob(), [scan])
  if (!scan) return children
  return (
    <div className="paper-beside">
      <section className="paper-scan" aria-label={paper.scanShown}>
        <PacketViewer files={files} read={read} />
      </section>
      <div className="paper-typed">{children}</div>
    </div>
  )
}

/** The viewer knows files by their fingerprint; this one has none yet, and a name of its own for every choice. */
function scanShown({ name, type, size, lastModified }: File) {
  const isPdf = type === 'application/pdf'
  const kind = isPdf ? ('pdf' as const) : ('photo' as const)
  return { sha256: `scan ${name} ${size} ${lastModified}`, name, kind, mime: type, pages: isPdf ? null : 1 }
}

type NameProps = { id: string; label: string; value: string; onChange: (name: string) => void }

/** Who enters. */
function NameField({ id, label, value, onChange }: NameProps) {
  return (
    <Form.Item htmlFor={id} label={label}>
      <Input
        id={id}
        autoFocus
        className="paper-name"
        maxLength={40}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  )
}

function ScanField({ entry, change }: { entry: First; change: (entry: First) => void }) {
  const { paper } = useWords().desk
  const { file } = entry
  return (
    <div className="row mid wrap paper-attach">
      <Upload
        accept=".jpg,.jpeg,.png,.pdf"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(chosen) => {
          change({ ...entry, file: chosen })
          return false
        }}
      >
        <Button icon={<PaperClipOutlined aria-hidden />}>{file ? paper.scanOther : paper.scanAttach}</Button>
      </Upload>
      {file ? (
        <>
          <strong>{file.name}</strong>
          <Button
            icon={<DeleteOutlined aria-hidden />}
            aria-label={paper.scanDrop}
            onClick={() => change({ ...entry, file: null })}
          />
        </>
      ) : (
        <span className="soft small">{paper.scanAttachHint}</span>
      )}
    </div>
  )
}

function FirstTurn({ form, entry, change }: { form: PaperFormView; entry: First; change: (entry: First) => void }) {
  const { paper } = useWords().desk
  return (
    <Form layout="vertical">
      <NameField
        id="paper-first"
        label={paper.firstName}
        value={entry.name}
        onChange={(name) => change({ ...entry, name })}
      />
      <ScanField entry={entry} change={change} />
      <Deductions
        form={form}
        deductions={entry.deductions}
        onDeduct={(deductions) => change({ ...entry, deductions })}
        reasons={entry.reasons}
        onReason={(reasons) => change({ ...entry, reasons })}
      />
      <Form.Item htmlFor="paper-opinion" label={paper.opinion}>
        <Input.TextArea
          id="paper-opinion"
          autoSize={{ minRows: form.withRubric ? 1 : 4 }}
          maxLength={20_000}
          value={entry.opinion}
          onChange={(event) => change({ ...entry, opinion: event.target.value })}
        />
      </Form.Item>
      <Form.Item htmlFor="paper-scan" label={paper.scan}>
        <Input
          id="paper-scan"
          placeholder={paper.scanExample}
          maxLength={200}
          value={entry.scan}
          onChange={(event) => change({ ...entry, scan: event.target.value })}
        />
      </Form.Item>
    </Form>
  )
}

type Second = { name: string; deductions: Typed }

function SecondTurn({ form, entry, change }: { form: PaperFormView; entry: Second; change: (entry: Second) => void }) {
  const { paper } = useWords().desk
  return (
    <Form layout="vertical">
      <NameField
        id="paper-second"
        label={paper.secondName}
        value={entry.name}
        onChange={(name) => change({ ...entry, name })}
      />
      <Deductions
        form={form}
        deductions={entry.deductions}
        onDeduct={(deductions) => change({ ...entry, deductions })}
      />
    </Form>
  )
}

type DeductionsProps = {
  form: PaperFormView
  deductions: Typed
  onDeduct: (deductions: Typed) => void
  /** Only the first person copies the reasons. */
  reasons?: Typed
  onReason?: (reasons: Typed) => void
}

function Deductions({ form, deductions, onDeduct, reasons, onReason }: DeductionsProps) {
  const { paper } = useWords().desk
  const say = useSay()
  if (!form.withRubric) return null
  if (form.items.length === 0) return <p>{paper.nothingToJudge}</p>
  return (
    <table className="paper-items">
      <thead>
        <tr>
          <th scope="col">{paper.item}</th>
          <th scope="col">{paper.max}</th>
          <th scope="col">{paper.deduct}</th>
          {onReason ? <th scope="col">{paper.reason}</th> : null}
        </tr>
      </thead>
      <tbody>
        {form.items.map(({ id, name, max }) => (
          <tr key={id}>
            <th scope="row">
              {id} {say(name)}
            </th>
            <td className="num">{max}</td>
            <td>
              <Input
                className="paper-deduct"
                inputMode="decimal"
                aria-label={paper.deductOf(id)}
                maxLength={8}
                value={deductions[id] ?? ''}
                onChange={(event) => onDeduct({ ...deductions, [id]: event.target.value })}
              />
            </td>
            {onReason ? (
              <td>
                <Input
                  aria-label={paper.reasonOf(id)}
                  maxLength={2_000}
                  disabled={isNothing(deductions[id])}
                  value={reasons?.[id] ?? ''}
                  onChange={(event) => onReason({ ...reasons, [id]: event.target.value })}
                />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
