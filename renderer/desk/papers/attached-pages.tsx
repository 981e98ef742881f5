/** Pages signed in ink: a scan or photo, bound by the sixteen digits in the page's footer. */
import { PaperClipOutlined } from '@ant-design/icons'
import { Button, Input, Modal, Select, Table, type TableColumnsType, Upload } from 'antd'
import { useState } from 'react'
import type { AttachedPageView, SigningView } from '#host/api/shapes.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { hand } from './hand.ts'

export function AttachedPages({ view }: { view: SigningView }) {
  const { signing: words } = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <section className="stack" aria-label={words.pages}>
      <div className="row mid wrap">
        <h3 className="grow">{words.pages}</h3>
        <Button icon={<PaperClipOutlined aria-hidden />} disabled={!view.frozen} onClick={() => setAsking(true)}>
          {words.attach}
        </Button>
      </div>
      <p className="soft small">{words.pagesHint}</p>
      {view.pages.length > 0 ? <PageTable view={view} /> : null}
      {asking ? <AttachDialog view={view} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

function PageTable({ view }: { view: SigningView }) {
  const { signing: words } = useWords()
  const when = useWhen()
  const { run } = useDeskAct()
  const open = async ({ file, name }: AttachedPageView) => {
    const page = await run(() => desk.signing.page({ round: view.round, file }))
    if (page !== undefined) hand(page, name)
  }
  const columns: TableColumnsType<AttachedPageView> = [
    { title: words.person, key: 'person', render: (_, { person }) => person || words.severalPeople },
    {
      title: words.pageFile,
      key: 'file',
      render: (_, page) => (
        <>
          <Button type="link" size="small" onClick={() => void open(page)}>
            {page.name}
          </Button>
          <div className="soft small">
            {words.footer} <code>{page.printed.replace(/(.{4})(?=.)/g, '$1 ').toUpperCase()}</code>
          </div>
        </>
      ),
    },
    { title: words.note, dataIndex: 'note' },
    {
      title: words.attachedAt,
      key: 'at',
      className: 'nowrap',
      render: (_, { at, listed }) => (
        <>
          {when(at)}
          {view.sealed && !listed ? <div className="soft small">{words.afterSeal}</div> : null}
        </>
      ),
    },
  ]
  return <Table rowKey="file" size="small" pagination={false} columns={columns} dataSource={view.pages} />
}

function AttachDialog({ view, onClose }: { view: SigningView; onClose: () => void }) {
  const { signing: words, common } = useWords()
  const { run, busy } = useDeskAct()
  const [file, setFile] = useState<File>()
  const [printed, setPrinted] = useState('')
  const [person, setPerson] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const digits = printed.replace(/[^0-9a-f]/gi, '').length
  const attach = async () => {
    if (!file) return
    const given = { round: view.round, file, printed, note, ...(person && { person }) }
    if ((await run(() => desk.signing.attachUpload(given))) !== undefined) onClose()
  }
  const experts = view.people.filter((one) => one.person !== 'secretariat')
  return (
    <Modal
      open
      title={words.attach}
      okText={words.record}
      cancelText={common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: !file || digits !== 16 }}
      onCancel={onClose}
      onOk={() => void attach()}
    >
      <div className="stack">
        <Upload.Dragger
          accept=".jpg,.jpeg,.png,.pdf"
          maxCount={1}
          fileList={[]}
          beforeUpload={(chosen) => {
            setFile(chosen)
            return false
          }}
        >
          {file ? <b>{file.name}</b> : words.dropPage}
        </Upload.Dragger>
        <label htmlFor="page-footer">{words.footerAsk}</label>
        <Input
          id="page-footer"
          size="large"
          className="fingerprint"
          placeholder="0123 4567 89AB CDEF"
          value={printed}
          onChange={({ target }) => setPrinted(target.value)}
        />
        <label htmlFor="page-person">{words.pagePerson}</label>
        <Select
          id="page-person"
          allowClear
          placeholder={words.severalPeople}
          value={person}
          options={experts.map((one) => ({ value: one.person, label: one.name }))}
          onChange={(value: string | null) => setPerson(value ?? null)}
        />
        <Input
          aria-label={words.note}
          placeholder={words.note}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
    </Modal>
  )
}
