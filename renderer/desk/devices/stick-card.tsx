/** Rounds and work by stick: on the secretariat's computer packages out and work in, on an expert's the work back. */
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { DevicesView, PackedBundle, WorkImport } from '#host/api/shapes.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { PathField } from './path-field.tsx'

function PackOut() {
  const { devices: words } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [folder, setFolder] = useState('')
  const [packed, setPacked] = useState<PackedBundle>()
  return (
    <section>
      <h3>{words.packTitle}</h3>
      <p className="soft small">{words.packHint}</p>
      <PathField label={words.folder} value={folder} onChange={setFolder} pick="folder" />
      <Button
        disabled={folder.trim() === ''}
        loading={busy}
        onClick={() => void run(() => desk.bundles.pack({ round, to: folder.trim() })).then(setPacked)}
      >
        {words.pack}
      </Button>
      {packed === undefined ? null : (
        <Alert
          type="success"
          showIcon
          title={words.packed(packed.path)}
          description={
            <>
              {words.passphrase} <strong className="seat-pin">{packed.passphrase}</strong>
            </>
          }
        />
      )}
    </section>
  )
}

function TakeIn() {
  const { devices: words } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [files, setFiles] = useState('')
  const [taken, setTaken] = useState<WorkImport>()
  const paths = files.split('\n').flatMap((line) => line.trim() || [])
  return (
    <section>
      <h3>{words.importTitle}</h3>
      <p className="soft small">{words.importHint}</p>
      <PathField label={words.file} value={files} onChange={setFiles} pick="archives" />
      <Button
        type="primary"
        disabled={paths.length === 0}
        loading={busy}
        onClick={() => void run(() => desk.bundles.import({ round, paths })).then(setTaken)}
      >
        {words.import}
      </Button>
      {taken?.imported.map(({ path, people, added }) => {
        const who = people.join('、')
        return (
          <Alert
            key={path}
            type="success"
            showIcon
            title={added > 0 ? words.imported(who, added) : words.importedKnown(who)}
          />
        )
      })}
      {taken?.imported
        .flatMap(({ unproved }) => unproved)
        .map(({ chain, seq, message }) => (
          <Alert key={`${chain}/${seq}`} type="error" showIcon title={message} />
        ))}
      {taken?.refused.map(({ path, message }) => (
        <Alert key={path} type="error" showIcon title={message} />
      ))}
    </section>
  )
}

function HandBack({ from, unsent }: { from: NonNullable<DevicesView['package']>; unsent: number }) {
  const { devices: words } = useWords().desk
  const when = useWhen()
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [folder, setFolder] = useState('')
  const [path, setPath] = useState<string>()
  return (
    <section>
      <h3>{words.sealTitle}</h3>
      <p className="soft small">{words.sealHint(when(from.at), unsent)}</p>
      <PathField label={words.folder} value={folder} onChange={setFolder} pick="folder" />
      <Button
        type="primary"
        disabled={folder.trim() === '' || unsent === 0}
        loading={busy}
        onClick={() =>
          void run(() => desk.bundles.seal({ round, to: folder.trim() })).then((made) => setPath(made?.path))
        }
      >
        {words.seal}
      </Button>
      {path === undefined ? null : <Alert type="success" showIcon title={words.sealed(path)} />}
    </section>
  )
}

export function StickCard({ view }: { view: DevicesView }) {
  if (view.package !== null) return <HandBack from={view.package} unsent={view.unsent} />
  return (
    <div className="stick-cards">
      <PackOut />
      <TakeIn />
    </div>
  )
}
