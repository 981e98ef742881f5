/** 形式审查 of one application: the materials list, the conditions, and the outcome with its note. */
import { CheckCircleOutlined, PrinterOutlined, RollbackOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Form, Input } from 'antd'
import type { PacketView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { useUndo } from '../frame/undo.tsx'
import { go, hrefOf } from '../route.ts'
import { RuleResults } from './rule-results.tsx'

type Values = { note: string; materials: Record<string, boolean> }

export function CheckForm({ packet }: { packet: PacketView }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const when = useWhen()
  const { round } = useRound()
  const may = useMay('check-packets')
  const { run, busy } = useDeskAct()
  const offerUndo = useUndo()
  const [form] = Form.useForm<Values>()
  const { check } = packet
  const record = async (outcome: 'accepted' | 'returned') => {
    const { note, materials } = form.getFieldsValue()
    if (outcome === 'returned' && note.trim() === '') {
      form.setFields([{ name: 'note', errors: [words.packet.returnNeedsNote] }])
      return
    }
    const ticked = Object.fromEntries(packet.materials.map(({ id }) => [id, materials?.[id] === true]))
    const input = { round, packet: packet.packet, outcome, note, materials: ticked }
    if ((await run(() => desk.packets.check(input))) === undefined) return
    // A withdrawal is the applicant's act: undo at the desk cannot make it again.
    if (check?.outcome === 'withdrawn') return
    const before = {
      round,
      packet: packet.packet,
      outcome: check?.outcome ?? ('unchecked' as const),
      note: check?.note ?? '',
      materials: Object.fromEntries(packet.materials.map(({ id, present }) => [id, present === true])),
    }
    offerUndo(words.packet.checkRecorded(common.packetState[outcome]), () => desk.packets.check(before))
  }
  const initialValues = {
    note: check?.note ?? '',
    materials: Object.fromEntries(packet.materials.map(({ id, present }) => [id, present === true])),
  }
  return (
    <Form<Values> className="stack" form={form} layout="vertical" initialValues={initialValues} disabled={!may}>
      {check === null ? null : (
        <Alert
          type={check.outcome === 'accepted' ? 'success' : 'warning'}
          showIcon
          title={words.packet.checkedAs(common.packetState[check.outcome], when(check.at), check.by)}
          description={check.note === '' ? undefined : check.note}
          action={
            check.outcome === 'returned' ? (
              <Button
                icon={<PrinterOutlined aria-hidden />}
                disabled={false}
                onClick={() => go(hrefOf(round, 'notice', packet.packet))}
              >
                {words.packet.notice}
              </Button>
            ) : undefined
          }
        />
      )}
      {may ? null : <Alert type="info" showIcon title={words.packet.checkLocked} />}
      <fieldset className="plain-set">
        <legend>{words.packet.materials}</legend>
        {packet.materials.map(({ id, clause, text }) => (
          <Form.Item key={id} name={['materials', id]} valuePropName="checked" noStyle>
            <Checkbox className="check-line">
              {say(text)} <span className="soft small">{clause}</span>
            </Checkbox>
          </Form.Item>
        ))}
      </fieldset>
      <RuleResults packet={packet.packet} />
      <details className="conditions">
        <summary>{words.packet.conditions(packet.conditions.length)}</summary>
        <ol>
          {packet.conditions.map(({ id, clause, text }) => (
            <li key={id}>
              {say(text)} <span className="soft small">{clause}</span>
            </li>
          ))}
        </ol>
      </details>
      <Form.Item name="note" label={words.packet.checkNote}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={words.packet.checkNoteExample} />
      </Form.Item>
      <div className="row facts-foot">
        <span className="grow" />
        <Button danger icon={<RollbackOutlined aria-hidden />} loading={busy} onClick={() => void record('returned')}>
          {words.packet.sendBack}
        </Button>
        <Button
          type="primary"
          icon={<CheckCircleOutlined aria-hidden />}
          loading={busy}
          onClick={() => void record('accepted')}
        >
          {words.packet.accept}
        </Button>
      </div>
    </Form>
  )
}
