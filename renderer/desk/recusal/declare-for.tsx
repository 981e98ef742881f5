/** Enters a declaration somebody made on paper; recorded as entered at the desk. */
import { Alert, Form, Input, Modal, Select } from 'antd'
import { conflictKinds } from '#core/ledger/kinds.ts'
import type { DeclarationView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Kind = (typeof conflictKinds)[number]
type Values = { kinds: Record<string, Kind | 'none'>; reason?: string }

function DeclareForm({ view, onClose }: { view: DeclarationView; onClose: () => void }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [form] = Form.useForm<Values>()
  const options = [
    { value: 'none', label: words.recusal.noConflict },
    ...conflictKinds.map((kind) => ({ value: kind, label: common.conflict[kind] })),
  ]
  const save = async ({ kinds, reason }: Values) => {
    const conflicts = view.applications.flatMap(({ packet, conflict }) => {
      const kind = kinds[packet]
      return kind === undefined || kind === 'none' ? [] : [{ packet, kind, note: conflict?.note ?? '' }]
    })
    const done = await run(() => desk.recusals.declare({ round, expert: view.expert, conflicts, reason: reason ?? '' }))
    if (done !== undefined) onClose()
  }
  const kinds = Object.fromEntries(view.applications.map(({ packet, conflict }) => [packet, conflict?.kind ?? 'none']))
  return (
    <Modal
      open
      width={760}
      title={words.recusal.declareTitle(view.seat, view.name)}
      okText={words.recusal.declareSave}
      cancelText={common.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values> form={form} layout="vertical" initialValues={{ kinds }} onFinish={(values) => void save(values)}>
        <Alert type="info" showIcon title={words.recusal.declareHint} />
        {view.applications.map((each) => (
          <div key={each.packet} className="row mid declare-line">
            <span className="grow">
              {each.no} {each.workshop}
              <span className="soft small">
                {' '}
                {each.unit} {each.leader}
              </span>
              {each.suggested === null ? null : <div className="fact-wrong">{say(each.suggested)}</div>}
            </span>
            <Form.Item name={['kinds', each.packet]} noStyle>
              <Select
                className="declare-kind"
                options={options}
                aria-label={`${words.recusal.conflictWith} ${each.no} ${each.workshop}`}
              />
            </Form.Item>
          </div>
        ))}
        {view.declared ? (
          <Form.Item
            name="reason"
            label={words.recusal.changeReason}
            rules={[{ required: true, whitespace: true, message: words.packet.reasonNeeded }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

export function DeclareFor({ expert, onClose }: { expert: string; onClose: () => void }) {
  const { round } = useRound()
  const reading = useRead(() => desk.recusals.show({ round, expert }), [round, expert], [])
  return <Shown of={reading}>{(view) => <DeclareForm view={view} onClose={onClose} />}</Shown>
}
