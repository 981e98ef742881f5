/** Where packets are dropped or chosen: by path in the desktop window, by upload in a browser. */
import { FolderOpenOutlined, InboxOutlined, LoadingOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { useRef, useState } from 'react'
import type { ImportAnswer } from '#host/api/shapes.ts'
import { shell } from '../../kit/shell.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

function together(answers: readonly ImportAnswer[]): ImportAnswer {
  return { imported: answers.flatMap((each) => each.imported), refused: answers.flatMap((each) => each.refused) }
}

export function DropZone({ onOutcome }: { onOutcome: (outcome: ImportAnswer) => void }) {
  const { intake } = useWords().desk
  const { round } = useRound()
  const { run } = useDeskAct()
  const [going, setGoing] = useState<{ done: number; of: number }>()
  const isGoing = useRef(false)
  const desktop = shell()

  const byPath = async (paths: string[]) => {
    if (paths.length === 0) return
    setGoing({ done: 0, of: paths.length })
    const answer = await run(() => desk.packets.import({ round, paths }))
    setGoing(undefined)
    if (answer !== undefined) onOutcome(answer)
  }
  const byUpload = async (files: readonly File[]) => {
    const answers: ImportAnswer[] = []
    for (const [at, file] of files.entries()) {
      setGoing({ done: at, of: files.length })
      const answer = await run(() => desk.packets.upload({ round, file }))
      if (answer !== undefined) answers.push(answer)
    }
    setGoing(undefined)
    if (answers.length > 0) onOutcome(together(answers))
  }
  // antd tells of every file of one drop separately; the first telling carries them all.
  const take = (file: File, all: readonly File[]) => {
    if (file !== all[0] || isGoing.current) return false
    isGoing.current = true
    const taken = desktop === undefined ? byUpload(all) : byPath(all.map((each) => desktop.pathForFile(each)))
    void taken.finally(() => {
      isGoing.current = false
    })
    return false
  }

  if (going !== undefined) {
    return (
      <div className="drop-going" role="status">
        <LoadingOutlined aria-hidden /> {intake.going(going.done + 1, going.of)}
        <Progress percent={Math.round((going.done / going.of) * 100)} showInfo={false} aria-label={intake.progress} />
      </div>
    )
  }
  return (
    <div className="stack">
      <Upload.Dragger
        multiple
        accept={desktop === undefined ? '.zip,.docx,.pdf' : undefined}
        showUploadList={false}
        beforeUpload={take}
      >
        <div className="drop-words">
          <InboxOutlined aria-hidden className="drop-icon" />
          <span>
            <strong>{desktop === undefined ? intake.dropUpload : intake.dropPaths}</strong>
            <br />
            <span className="soft small">{intake.dropHint}</span>
          </span>
        </div>
      </Upload.Dragger>
      {desktop === undefined ? null : (
        <Button
          icon={<FolderOpenOutlined aria-hidden />}
          onClick={() => void desktop.pickPaths('packets').then(byPath)}
        >
          {intake.pick}
        </Button>
      )}
    </div>
  )
}
