/** What the reader found in the application form: each field with where it was read and whether it was corrected. */
import { EditOutlined, EyeInvisibleOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { FieldView, PacketView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { useUndo } from '../frame/undo.tsx'
import { FieldEdit } from './field-edit.tsx'
import { isBlank } from './field-value.ts'

/** How long a text is as Word counts it, for limits in the documents. */
function Counted({ count }: { count: FieldView['count'] }) {
  const { packet } = useWords().desk
  return count === null ? null : <span className="soft small">{packet.counted(count.words, count.characters)}</span>
}

function FieldValueShown({ field }: { field: FieldView }) {
  const { packet } = useWords().desk
  const say = useSay()
  const { value } = field
  if (value === null || isBlank(value)) return <span className="field-empty">{packet.empty}</span>
  if (typeof value === 'string') return <span className="field-text">{value}</span>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="field-rows" aria-label={say(field.label)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {field.columns.map((column) => (
              <th key={column.id}>{say(column.label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other name than their place
            <tr key={at}>
              {field.columns.map((column) => (
                <td key={column.id}>{row[column.id]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Identity numbers and phones stay covered until somebody asks. */
function Covered({ field }: { field: FieldView }) {
  const { packet } = useWords().desk
  const [isOpen, setOpen] = useState(false)
  if (!field.personal || isOpen || field.value === null) return <FieldValueShown field={field} />
  return (
    <Button size="small" icon={<EyeInvisibleOutlined aria-hidden />} onClick={() => setOpen(true)}>
      {packet.uncover}
    </Button>
  )
}

/** What the papers as such go beyond, such as a limit of pages. */
export const ofPapers = ({ findings }: PacketView) =>
  findings.filter(({ fields }) => fields.length === 0).map(({ text }) => text)

export function FieldList({ packet }: { packet: PacketView }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const when = useWhen()
  const may = useMay('correct-fields')
  const { round } = useRound()
  const offerUndo = useUndo()
  const [editing, setEditing] = useState<FieldView>()
  const putBack = ({ id: field, kind, value }: FieldView) => {
    const before = value ?? (kind === 'rows' ? [] : '')
    return desk.packets.correct({
      round,
      packet: packet.packet,
      field,
      value: before,
      reason: words.packet.takenBack,
    })
  }
  const isDoubted = (id: string) => packet.findings.some(({ fields }) => fields.includes(id))
  const unread = packet.fields.filter(({ kind, value }) => kind !== 'block' && (value === null || isBlank(value)))
  return (
    <div className="stack">
      {[...packet.warningTexts, ...ofPapers(packet)].map((warning) => (
        <Chip key={warning.en} tone="warn">
          <span className="chip-wrap">{say(warning)}</span>
        </Chip>
      ))}
      {unread.length === 0 ? null : (
        <p className="field-empty">{words.packet.unread(unread.map(({ label }) => say(label)).join('、'))}</p>
      )}
      <dl className="fields">
        {packet.fields.map((field) => (
          <div key={field.id} className={isDoubted(field.id) ? 'field field-doubted' : 'field'}>
            <dt>{say(field.label)}</dt>
            <dd>
              <div className="grow">
                <Covered field={field} />
                {packet.findings
                  .filter(({ fields }) => fields[0] === field.id)
                  .map(({ text }) => (
                    <div key={text.en} className="field-finding">
                      <WarningOutlined aria-hidden /> {say(text)}
                    </div>
                  ))}
                <Counted count={field.count} />
                <div className="field-from">
                  {field.correction === null ? (
                    <span className="soft small">
                      {field.readFrom === null ? null : words.packet.readFrom(say(field.readFrom))}
                    </span>
                  ) : (
                    <Chip tone="info">
                      {words.packet.corrected(when(field.correction.at), field.correction.by, field.correction.reason)}
                    </Chip>
                  )}
                </div>
              </div>
              {may ? (
                <Button
                  size="small"
                  type="text"
                  icon={<EditOutlined aria-hidden />}
                  aria-label={`${common.edit} ${say(field.label)}`}
                  onClick={() => setEditing(field)}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {editing === undefined ? null : (
        <FieldEdit
          packet={packet.packet}
          field={editing}
          onSaved={() => offerUndo(words.packet.fieldCorrected(say(editing.label)), () => putBack(editing))}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  )
}
