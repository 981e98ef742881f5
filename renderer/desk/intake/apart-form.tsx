/** Several applicants in one folder or archive: which file is whose, as proposed, to be confirmed by a person. */
import { Alert, Button, Modal, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { ImportAnswer } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'

export type ToConfirm = ImportAnswer['toConfirm'][number]
type FileRow = { name: string; owner: number }

/** The files of each applicant; an applicant without any is left away. */
export type Apart = { files: string[] }[]

const nobody = -1

export function ApartForm({
  source,
  onConfirm,
  onClose,
}: {
  source: ToConfirm
  onConfirm: (apart: Apart) => void
  onClose: () => void
}) {
  const { desk: words, common } = useWords()
  const [files, setFiles] = useState<FileRow[]>(() => [
    ...source.applicants.flatMap(({ files: mine }, owner) => mine.map((name) => ({ name, owner }))),
    ...source.left.map((name) => ({ name, owner: nobody })),
  ])
  const options = [
    ...source.applicants.map(({ unit, leader }, owner) => ({
      value: owner,
      label: `${owner + 1}　${unit}　${leader}`,
    })),
    { value: nobody, label: words.intake.apartNobody },
  ]
  const give = (name: string, owner: number) =>
    setFiles((all) => all.map((file) => (file.name === name ? { ...file, owner } : file)))
  const columns: TableColumnsType<FileRow> = [
    { title: words.packet.file, dataIndex: 'name', className: 'apart-name' },
    {
      title: words.intake.apartOwner,
      key: 'owner',
      width: 360,
      render: (_, { name, owner }) => (
        <Select
          className="wide"
          aria-label={`${words.intake.apartOwner} ${name}`}
          value={owner}
          options={options}
          onChange={(chosen: number) => give(name, chosen)}
        />
      ),
    },
  ]
  const left = files.filter(({ owner }) => owner === nobody).length
  const confirm = () =>
    onConfirm(
      source.applicants.map((_, at) => ({ files: files.filter(({ owner }) => owner === at).map(({ name }) => name) })),
    )
  return (
    <Modal
      open
      width={1040}
      title={words.intake.apartTitle(source.source, source.applicants.length)}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          {common.cancel}
        </Button>,
        <Button key="yes" type="primary" onClick={confirm}>
          {words.intake.apartConfirm(source.applicants.length)}
        </Button>,
      ]}
    >
      <div className="stack">
        <p className="soft">{words.intake.apartHint}</p>
        {left === 0 ? null : <Alert type="warning" showIcon title={words.intake.apartLeft(left)} />}
        <Table rowKey="name" size="small" columns={columns} dataSource={files} pagination={false} scroll={{ y: 380 }} />
      </div>
    </Modal>
  )
}
