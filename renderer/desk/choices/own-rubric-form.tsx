/** A rubric of the organiser's own: read from an Excel table or filled in here, its sums shown as they grow. */
import { DeleteOutlined, FileExcelOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { rubricFromRows } from '#core/rubric/adopted.ts'
import type { Rubric } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'

type Row = { id: number; block: string; detail: string; points: string; criterion: string }
type Columns = 'block' | 'detail' | 'points' | 'criterion'
type Props = { value: unknown; note: string; busy: boolean; adopt: (value: unknown, note: string) => void }

const columns: readonly Columns[] = ['block', 'detail', 'points', 'criterion']
const emptyRow = (id: number): Row => ({ id, block: '', detail: '', points: '', criterion: '' })

/** The rows a rubric was made of; its block stands in the first row only. */
function rowsOf(rubric: Rubric): Row[] {
  const rows = rubric.blocks.flatMap((block) =>
    block.items.map(({ name, max, criterion }, index) => ({
      block: index === 0 ? block.name['zh-CN'] : '',
      detail: name['zh-CN'],
      points: max,
      criterion: criterion['zh-CN'],
    })),
  )
  return rows.map((row, id) => ({ id, ...row }))
}

export function OwnRubricForm({ value, note: given, busy, adopt }: Props) {
  const { rubric: words, choices } = useWords().desk
  const say = useSay()
  const { run, busy: reading } = useDeskAct()
  const adopted = value as Rubric | null
  const [title, setTitle] = useState(adopted?.title['zh-CN'] ?? '')
  const [note, setNote] = useState(given)
  const [rows, setRows] = useState<Row[]>(adopted ? rowsOf(adopted) : [0, 1, 2].map(emptyRow))
  const [found, setFound] = useState<{ zh: string; en: string }[]>([])

  const filled = rows.filter((row) => columns.some((column) => row[column].trim() !== ''))
  const draft = rubricFromRows(
    filled.map((row) => ({ ...row, row: rows.indexOf(row) + 1 })),
    title.trim(),
  )
  const change = (id: number, column: Columns, words: string) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, [column]: words } : row)))
  const upload = (file: File) => {
    void run(() => desk.rubrics.upload({ file, title: '' })).then((read) => {
      if (read === undefined) return
      setFound(read.problems.map((problem) => ({ zh: problem['zh-CN'], en: problem.en })))
      if (!read.rubric) return
      setTitle(title || read.rubric.title['zh-CN'])
      setRows(rowsOf(read.rubric))
    })
    return false
  }
  const problems = [...found.map(({ zh, en }) => ({ 'zh-CN': zh, en })), ...(filled.length > 0 ? draft.problems : [])]
  const isReady = draft.rubric !== null && draft.problems.length === 0 && title.trim() !== ''
  return (
    <div className="own-rubric">
      <div className="row mid wrap">
        <Input
          className="grow"
          maxLength={100}
          value={title}
          placeholder={words.titleExample}
          aria-label={words.title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Upload accept=".xlsx" showUploadList={false} beforeUpload={upload}>
          <Button icon={<FileExcelOutlined aria-hidden />} loading={reading}>
            {words.import}
          </Button>
        </Upload>
      </div>
      <p className="soft small">{words.importHint}</p>
      <table className="own-rubric-table">
        <thead>
          <tr>
            <th>{words.block}</th>
            <th>{words.detail}</th>
            <th className="own-rubric-points">{words.points}</th>
            <th>{words.criterion}</th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column}>
                  <Input.TextArea
                    autoSize
                    maxLength={1000}
                    value={row[column]}
                    placeholder={column === 'block' && index > 0 ? words.blockHint : ''}
                    aria-label={`${words[column]} ${index + 1}`}
                    onChange={(event) => change(row.id, column, event.target.value)}
                  />
                </td>
              ))}
              <td>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={words.removeRow(index + 1)}
                  onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row mid wrap">
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setRows([...rows, emptyRow(1 + Math.max(-1, ...rows.map(({ id }) => id)))])}
        >
          {words.addRow}
        </Button>
        {draft.sums ? (
          <strong role="status">{words.sums(draft.sums.base, draft.sums.bonus, draft.sums.total)}</strong>
        ) : null}
        {draft.notes.map((one) => (
          <span key={one.en} className="soft">
            {say(one)}
          </span>
        ))}
      </div>
      {problems.length > 0 ? (
        <div role="alert">
          <strong>{words.problems}</strong>
          <ul>
            {problems.map((problem) => (
              <li key={problem.en}>{say(problem)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <label htmlFor="own-rubric-note">{choices.note}</label>
        <Input
          id="own-rubric-note"
          maxLength={200}
          value={note}
          placeholder={choices.noteExample}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="row mid wrap">
        <Button type="primary" disabled={!isReady} loading={busy} onClick={() => adopt(draft.rubric, note)}>
          {words.adopt}
        </Button>
        {adopted ? (
          <Button loading={busy} onClick={() => adopt(null, note)}>
            {words.back}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
