/** One bundle or archive, described before anything is done with it. */
import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { BundleLook } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOf } from '../route.ts'

/** What came of it, and whether the round can now be gone to. */
type Outcome = { well: boolean; title: string; details?: readonly string[]; round?: string }

function Facts({ path, look }: { path: string; look: BundleLook }) {
  const { open: words } = useWords().desk
  const say = useSay()
  const when = useWhen()
  const rows = [
    [words.kind, <strong key="kind">{say(look.kind)}</strong>],
    [words.round, look.title],
    [words.made, when(look.at)],
    [words.from, `${look.from.slice(0, 8)}${look.isOwn ? words.ownDevice : ''}`],
    [words.place, <span key="path" className="path">{`${path}${look.locked ? ` · ${words.locked}` : ''}`}</span>],
  ] as const
  return (
    <>
      <dl className="open-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Alert type="info" showIcon title={look.isHere ? words.here : words.notHere} />
    </>
  )
}

function Passphrase({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { open: words } = useWords().desk
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{words.passphrase}</label>
      <Input
        id={id}
        size="large"
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={words.passphraseHint}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

/** The things that can be done with a file of this kind, the usual one first. */
function useDeeds(path: string, look: BundleLook, passphrase: string) {
  const { open: words } = useWords().desk
  const { run, busy } = useDeskAct()
  const [outcome, setOutcome] = useState<Outcome>()
  const { round } = look
  const input = { path, ...(passphrase.trim() && { passphrase: passphrase.trim() }) }
  const deed = (name: string, act: () => Promise<Outcome>) => ({
    name,
    start: () => void run(act).then((came) => came && setOutcome(came)),
  })
  const open = deed(look.isHere ? words.refreshPackage : words.openPackage, async () => {
    const { added } = await desk.bundles.open(input)
    return { well: true, title: words.opened(added), round }
  })
  const take = deed(words.takeWork, async () => {
    const { imported, refused } = await desk.bundles.import({ round, paths: [path] })
    const [first] = imported
    if (first === undefined) return { well: false, title: refused.map(({ message }) => message).join(' ') }
    return { well: true, title: words.took(first.people.join('、'), first.added), round }
  })
  const keep = deed(words.importArchive, async () => {
    const { entries } = await desk.archive.import(input)
    return { well: true, title: words.opened(entries), round }
  })
  const merge = deed(words.mergeArchive, async () => {
    const { added } = await desk.archive.merge({ ...input, round })
    return { well: true, title: words.merged(added), round }
  })
  const check = deed(words.verifyArchive, async () => {
    const { ok, entries, findings } = await desk.archive.verify(input)
    return { well: ok, title: ok ? words.sound(entries) : words.unsound, details: findings }
  })
  const deeds = { package: [open], work: look.isHere ? [take] : [], archive: [look.isHere ? merge : keep, check] }
  return { deeds: deeds[look.is], busy, outcome }
}

function Looked({ path, look }: { path: string; look: BundleLook }) {
  const { open: words } = useWords().desk
  const [passphrase, setPassphrase] = useState('')
  const { deeds, busy, outcome } = useDeeds(path, look, passphrase)
  const needsPassphrase = look.locked && look.is !== 'work'
  return (
    <div className="stack">
      <Facts path={path} look={look} />
      {look.is === 'work' && !look.isHere ? <Alert type="warning" showIcon title={words.workNotHere} /> : null}
      {needsPassphrase ? <Passphrase value={passphrase} onChange={setPassphrase} /> : null}
      <div className="row mid">
        {deeds.map(({ name, start }, at) => (
          <Button
            key={name}
            size="large"
            type={at === 0 ? 'primary' : 'default'}
            loading={busy}
            disabled={needsPassphrase && passphrase.trim() === ''}
            onClick={start}
          >
            {name}
          </Button>
        ))}
        <Button size="large" onClick={() => go('#/open')}>
          {words.other}
        </Button>
      </div>
      {outcome ? <Came {...outcome} /> : null}
    </div>
  )
}

function Came({ well, title, details = [], round }: Outcome) {
  const { open: words } = useWords().desk
  return (
    <Alert
      type={well ? 'success' : 'error'}
      showIcon
      title={title}
      description={
        details.length > 0 ? (
          <ul>
            {details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : undefined
      }
      action={
        round === undefined ? undefined : (
          <Button type="primary" onClick={() => go(hrefOf(round))}>
            {words.goRound}
          </Button>
        )
      }
    />
  )
}

export function OneFile({ path }: { path: string }) {
  const { open: words } = useWords().desk
  const look = useRead(() => desk.bundles.look({ path }), [path], [])
  return (
    <>
      <Shown of={look}>{(found) => <Looked path={path} look={found} />}</Shown>
      {look.error === undefined ? null : (
        <p>
          <Button onClick={() => go('#/open')}>{words.other}</Button>
        </p>
      )}
    </>
  )
}
