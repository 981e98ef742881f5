/** Where packets are dropped or chosen: by path in the desktop window, by upload in a browser. */
import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import type { ImportAnswer } from '#host/api/shapes.ts'
import { shell } from '../../kit/shell.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { type Apart, ApartForm, type ToConfirm } from './apart-form.tsx'
import { droppedEntries, filesOf, zipOfChosen } from './dropped-folders.ts'
import { ImportProgress } from './import-progress.tsx'

function together(answers: readonly ImportAnswer[]): ImportAnswer {
  return {
    imported: answers.flatMap((each) => each.imported),
    refused: answers.flatMap((each) => each.refused),
    toConfirm: answers.flatMap((each) => each.toConfirm),
  }
}

/** A source as it is handed over once more when a person has told its applicants apart. */
type Again = (apart: Apart) => Promise<ImportAnswer | undefined>
type Waiting = { source: ToConfirm; again: Again }

export function DropZone({ onOutcome }: { onOutcome: (outcome: ImportAnswer) => void }) {
  const { intake } = useWords().desk
  const { round } = useRound()
  const { run } = useDeskAct()
  const [going, setGoing] = useState<{ done: number; of: number }>()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const isGoing = useRef(false)
  const isStopped = useRef(false)
  const desktop = shell()

  const importPaths = (paths: string[], apart?: Record<string, Apart>) =>
    run(() => desk.packets.import({ round, paths, ...(apart && { apart }) }))
  const upload = (file: File, apart?: Apart) => run(() => desk.packets.upload({ round, file, ...(apart && { apart }) }))

  const byPath = async (paths: string[]) => {
    if (paths.length === 0) return
    setGoing({ done: 0, of: paths.length })
    const answer = await importPaths(paths)
    setGoing(undefined)
    if (answer === undefined) return
    setWaiting(
      answer.toConfirm.map((source) => ({
        source,
        again: (apart) => importPaths([source.path], { [source.path]: apart }),
      })),
    )
    onOutcome(answer)
  }
  const byUpload = async (files: readonly File[]) => {
    const answers: ImportAnswer[] = []
    const asking: Waiting[] = []
    isStopped.current = false
    for (const [at, file] of files.entries()) {
      if (isStopped.current) break
      setGoing({ done: at, of: files.length })
      const answer = await upload(file)
      if (answer === undefined) continue
      answers.push(answer)
      asking.push(...answer.toConfirm.map((source) => ({ source, again: (apart: Apart) => upload(file, apart) })))
    }
    setGoing(undefined)
    setWaiting(asking)
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
  const takeFiles = (files: Promise<File[]>) => {
    if (isGoing.current) return
    isGoing.current = true
    void run(() => files)
      .then((all) => (all === undefined ? undefined : byUpload(all)))
      .finally(() => {
        isGoing.current = false
      })
  }
  // The desktop window tells the paths of folders; antd's own handling suits it.
  const takeFolders = (event: DragEvent) => {
    const entries = desktop === undefined ? droppedEntries(event.dataTransfer.items) : undefined
    if (entries === undefined) return
    event.preventDefault()
    event.stopPropagation()
    takeFiles(filesOf(entries))
  }
  const confirm = async ({ again }: Waiting, apart: Apart) => {
    setWaiting((rest) => rest.slice(1))
    setGoing({ done: 0, of: 1 })
    const answer = await again(apart)
    setGoing(undefined)
    if (answer !== undefined) onOutcome(answer)
  }

  if (going !== undefined) {
    return (
      <ImportProgress
        fallback={going}
        onStop={() => {
          isStopped.current = true
        }}
      />
    )
  }
  const [first] = waiting
  return (
    <div className="stack">
      <div onDropCapture={takeFolders}>
        <Upload.Dragger
          multiple
          accept={desktop === undefined ? '.zip,.docx,.xlsx,.pdf' : undefined}
          showUploadList={false}
          beforeUpload={take}
        >
          <div className="drop-words">
            <InboxOutlined aria-hidden className="drop-icon" />
            <span>
              <strong>{intake.dropPaths}</strong>
              <br />
              <span className="soft small">{intake.dropHint}</span>
            </span>
          </div>
        </Upload.Dragger>
      </div>
      {desktop === undefined ? (
        <Upload
          directory
          showUploadList={false}
          beforeUpload={(file, all) => {
            if (file === all[0]) takeFiles(zipOfChosen(all).then((zip) => [zip]))
            return false
          }}
        >
          <Button icon={<FolderOpenOutlined aria-hidden />}>{intake.pickFolder}</Button>
        </Upload>
      ) : (
        <Button
          icon={<FolderOpenOutlined aria-hidden />}
          onClick={() => void desktop.pickPaths('packets').then(byPath)}
        >
          {intake.pick}
        </Button>
      )}
      {first === undefined ? null : (
        <ApartForm
          key={first.source.path}
          source={first.source}
          onConfirm={(apart) => void confirm(first, apart)}
          onClose={() => setWaiting((rest) => rest.slice(1))}
        />
      )}
    </div>
  )
}
