/** Changes the adopted values of a scheme, or copies it for another year or city; the lint answers at once. */
import { Alert, App, Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { adoptedValues } from '#core/scheme/adopted.ts'
import { type Finding, lintScheme } from '#core/scheme/lint.ts'
import { type Scheme, schemeSchema } from '#core/scheme/scheme.ts'
import type { SchemeView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOfScheme } from '../route.ts'
import { AdoptedValueInput } from './adopted-value-input.tsx'
import { FindingList } from './finding-list.tsx'
import { IdentityForm } from './identity-form.tsx'
import { RubricItems } from './rubric-items.tsx'
import { TryRubric } from './try-rubric.tsx'

/** What the lint says of a draft that may not even parse. */
function findingsOf(draft: Scheme): Finding[] {
  const parsed = schemeSchema.safeParse(draft)
  if (parsed.success) return lintScheme(parsed.data)
  return parsed.error.issues.map(({ path, message }) => ({
    severity: 'error',
    lint: 'shape',
    where: path.map(String).join('.'),
    why: { 'zh-CN': message, en: message },
  }))
}

/** The draft to begin with: the next version, or a copy under another id. */
function beginning({ scheme, versions }: SchemeView, isCopy: boolean): Scheme {
  if (isCopy) {
    const { eligibility, ...rest } = scheme
    const id = `${scheme.id}-copy`
    return { ...rest, id, version: 1, ...(eligibility && { eligibility: { ...eligibility, scheme: id } }) }
  }
  const newest = versions.at(-1)
  const keepsVersion = newest?.source === 'own' && newest.rounds === 0 && newest.version === scheme.version
  return keepsVersion ? scheme : { ...scheme, version: (newest?.version ?? 0) + 1 }
}

export function SchemeEditor({ view, isCopy, onDone }: { view: SchemeView; isCopy: boolean; onDone: () => void }) {
  const { common, desk: words } = useWords()
  const say = useSay()
  const { notification } = App.useApp()
  const { run, busy } = useDeskAct()
  const [draft, setDraft] = useState(() => beginning(view, isCopy))
  const [reason, setReason] = useState('')
  const findings = useMemo(() => findingsOf(draft), [draft])
  const groups = Map.groupBy(adoptedValues(draft), ({ group }) => say(group))
  const hasErrors = findings.some(({ severity }) => severity === 'error')
  const save = async () => {
    // The contract takes any JSON; the host parses it by the scheme's own schema.
    const scheme = JSON.parse(JSON.stringify(draft)) as Parameters<typeof desk.schemes.save>[0]['scheme']
    const saved = await run(() => desk.schemes.save({ scheme, reason }))
    if (saved === undefined) return
    notification.success({ title: words.schemes.saved, placement: 'top' })
    onDone()
    go(hrefOfScheme(saved.scheme.id))
  }
  const title = isCopy ? words.schemes.copyTitle : words.schemes.editTitle
  return (
    <div className="scheme-editor">
      <article className="sheet scheme" aria-labelledby="editor-title">
        <div className="sheet-head">
          <h1 id="editor-title">{title(say(view.scheme.short))}</h1>
          <p className="soft small">{isCopy ? words.schemes.copyLead : words.schemes.editLead}</p>
        </div>
        {isCopy ? <IdentityForm draft={draft} onChange={setDraft} /> : null}
        {groups.size === 0 ? <p>{words.schemes.nothingToChange}</p> : null}
        {[...groups].map(([group, values]) => (
          <section key={group}>
            <h2>{group}</h2>
            <div className="adopted-values">
              {values.map((value) => (
                <AdoptedValueInput key={value.place.join('.')} value={value} draft={draft} onChange={setDraft} />
              ))}
            </div>
          </section>
        ))}
        <RubricItems draft={draft} onChange={setDraft} />
      </article>
      <aside className="sheet scheme-side">
        <h2>{words.schemes.findings}</h2>
        <FindingList findings={findings} />
        <label className="field-label" htmlFor="scheme-reason">
          {words.schemes.reason}
        </label>
        <Input
          id="scheme-reason"
          maxLength={200}
          value={reason}
          placeholder={words.schemes.reasonExample}
          onChange={(event) => setReason(event.target.value)}
        />
        {hasErrors ? <Alert type="warning" showIcon title={words.schemes.cannotSave} /> : null}
        <div className="row wrap">
          <Button onClick={onDone}>{common.cancel}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={hasErrors || reason.trim() === ''}
            onClick={() => void save()}
          >
            {words.schemes.save(draft.version)}
          </Button>
        </div>
        <TryRubric scheme={draft} />
      </aside>
    </div>
  )
}
