/** One scheme as a page: its document article by article, every value with its clause, and how sound it is. */
import { CopyOutlined, DownloadOutlined, EditOutlined } from '@ant-design/icons'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { Scheme } from '#core/scheme/scheme.ts'
import type { SchemeVersion, SchemeView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { ActivitySection } from './activity-section.tsx'
import { AfterwardsSection } from './afterwards-section.tsx'
import { ClauseTable } from './clause-table.tsx'
import { ConditionsSection } from './conditions-section.tsx'
import { FindingList } from './finding-list.tsx'
import { OriginTag } from './origin-tag.tsx'
import { PageNav } from './page-nav.tsx'
import { RubricSection } from './rubric-section.tsx'
import { SchemeEditor } from './scheme-editor.tsx'
import { SchemesHeader } from './schemes-header.tsx'
import { LintChip } from './schemes-screen.tsx'
import { TryRubric } from './try-rubric.tsx'

/** Saves the whole scheme as one file, as `jp schemes check` and another office can read it. */
function download(scheme: Scheme): void {
  const file = new Blob([`${JSON.stringify(scheme, null, 2)}\n`], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${scheme.id}-v${scheme.version}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

function Document({ scheme }: { scheme: Scheme }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const { number, issuer, issued, validFrom, validTo } = scheme.document
  const valid = validTo === null ? words.validOpen(validFrom) : words.valid(validFrom, validTo)
  return (
    <dl className="facts" id="document">
      <dt>{words.number}</dt>
      <dd>
        {number} · {issuer} · {issued}
      </dd>
      <dt>{words.validLabel}</dt>
      <dd>{valid}</dd>
      <dt>{words.levels}</dt>
      <dd>
        {scheme.levels.map(({ id, name, origin }) => (
          <span key={id} className="value">
            {say(name)} <OriginTag origin={origin} />
          </span>
        ))}
      </dd>
      <dt>{words.naming}</dt>
      <dd>
        {scheme.naming.template
          .replace('{leader}', `〔${say(scheme.leader)}〕`)
          .replace('{occupation}', `〔${words.occupation}〕`)
          .replace('{unit}', `〔${words.unit}〕`)}{' '}
        <OriginTag origin={scheme.naming.origin} />
      </dd>
    </dl>
  )
}

function Versions({ versions }: { versions: readonly SchemeVersion[] }) {
  const { schemes: words } = useWords().desk
  const when = useWhen()
  return (
    <ul className="plain-list">
      {versions.map(({ version, source, reason, by, at, rounds }) => (
        <li key={version}>
          <strong>{words.version(version)}</strong> {source === 'shipped' ? words.shipped : `${reason} · ${by}`}
          {at ? ` · ${when(at)}` : ''}
          {rounds > 0 ? ` · ${words.roundsUsing(rounds)}` : ''}
        </li>
      ))}
    </ul>
  )
}

function Choices({ scheme }: { scheme: Scheme }) {
  const say = useSay()
  return (
    <ul className="plain-list" id="choices">
      {scheme.choices.map(({ id, name, why }) => (
        <li key={id}>
          <strong>{say(name)}</strong>
          <div className="soft small">{say(why)}</div>
        </li>
      ))}
    </ul>
  )
}

type Mode = 'read' | 'edit' | 'copy'

function Reading({ view, begin }: { view: SchemeView; begin: (mode: Mode) => void }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const { scheme, findings, coverage, versions, frozen } = view
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return (
    <article className="sheet scheme" aria-labelledby="scheme-title">
      <div className="sheet-head">
        <div className="row mid wrap">
          <h1 id="scheme-title" className="grow">
            {say(scheme.title)}
          </h1>
          <Button icon={<EditOutlined aria-hidden />} onClick={() => begin('edit')}>
            {words.edit}
          </Button>
          <Button icon={<CopyOutlined aria-hidden />} onClick={() => begin('copy')}>
            {words.copy}
          </Button>
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => download(scheme)}>
            {words.download}
          </Button>
        </div>
        <p className="soft small">
          {words.version(scheme.version)} · {words.coverage(coverage.encoded, coverage.clauses)}{' '}
          <LintChip errors={errors} warnings={findings.length - errors} />
        </p>
      </div>
      {frozen ? <Alert type="info" showIcon title={words.frozen} /> : null}
      <PageNav scheme={scheme} />
      <Document scheme={scheme} />
      <h2 id="articles">{words.articles}</h2>
      <p className="soft small">{words.articlesLead}</p>
      <ClauseTable scheme={scheme} />
      <ConditionsSection scheme={scheme} />
      {scheme.activities.map((activity) => (
        <ActivitySection key={activity.id} activity={activity} />
      ))}
      {scheme.afterwards ? <AfterwardsSection afterwards={scheme.afterwards} /> : null}
      {scheme.rubrics.map((rubric) => (
        <RubricSection key={rubric.id} rubric={rubric} />
      ))}
      {scheme.rubrics.length === 0 ? null : <TryRubric scheme={scheme} />}
      <h2>{words.choices}</h2>
      <Choices scheme={scheme} />
      <h2 id="findings">{words.findings}</h2>
      <FindingList findings={findings} />
      <h2>{words.versions}</h2>
      <Versions versions={versions} />
    </article>
  )
}

/** Reads the newest version, or another one; edits and copies in place of the page. */
export function SchemePage({ id }: { id: string }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const [version, setVersion] = useState<number>()
  const [mode, setMode] = useState<Mode>('read')
  const view = useRead(
    () => desk.schemes.show({ scheme: id, ...(version === undefined ? {} : { version }) }),
    [id, version],
    ['round'],
  )
  const versions = view.value?.versions ?? []
  return (
    <>
      <SchemesHeader>
        {view.value ? <span className="desk-title">{say(view.value.scheme.short)}</span> : null}
        {versions.length > 1 && mode === 'read' ? (
          <Select
            aria-label={words.versions}
            value={view.value?.scheme.version}
            options={versions.map((one) => ({ value: one.version, label: words.version(one.version) }))}
            onChange={setVersion}
          />
        ) : null}
      </SchemesHeader>
      <main className="rounds">
        <Shown of={view}>
          {(shown) =>
            mode === 'read' ? (
              <Reading view={shown} begin={setMode} />
            ) : (
              <SchemeEditor
                key={mode}
                view={shown}
                isCopy={mode === 'copy'}
                onDone={() => {
                  setVersion(undefined)
                  setMode('read')
                }}
              />
            )
          }
        </Shown>
      </main>
    </>
  )
}
