/** Every article of the document: which rules encode it, or why none does. */
import { nameOf, referenceIn } from '#core/scheme/reference.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { jump } from './page-nav.tsx'

/** The anchor on the page where a reference is shown: a rule's own row, or its section. */
function anchorOf(path: string): string {
  const [part = '', id = '', list = '', member] = path.split('.')
  if (part === 'eligibility') return `conditions-${list}`
  if (part === 'conditions' || part === 'materials' || part === 'deadlines') return `conditions-${id}`
  if (part === 'activities') return list === 'steps' && member ? `step-${member}` : `activity-${id}`
  if (part === 'afterwards') return 'afterwards'
  if (part === 'rubrics') return `rubric-${id}`
  return part === 'choices' ? 'choices' : 'document'
}

function Reference({ scheme, reference }: { scheme: Scheme; reference: string }) {
  const say = useSay()
  const target = referenceIn(scheme, reference)
  if (!target) return <span className="chip chip-no">{reference}</span>
  const name = say(nameOf(target))
  const isId = /^[A-Z]{2}-/.test(reference)
  return (
    <button type="button" className="reference" title={name} onClick={() => jump(anchorOf(target.path))}>
      {isId ? <b>{reference}</b> : null}
      <span>{name === target.path ? reference : name}</span>
    </button>
  )
}

export function ClauseTable({ scheme }: { scheme: Scheme }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th className="clause-column">{words.clause}</th>
          <th className="gist-column">{words.gist}</th>
          <th>{words.encodedBy}</th>
        </tr>
      </thead>
      <tbody>
        {(scheme.clauses ?? []).map(({ clause, gist, by, why }) => (
          <tr key={clause}>
            <th scope="row">{clause}</th>
            <td>{say(gist)}</td>
            <td>
              {by?.map((reference) => (
                <Reference key={reference} scheme={scheme} reference={reference} />
              ))}
              {why ? (
                <div className={by ? 'soft small' : ''}>
                  {by ? null : <strong>{words.notEncoded}</strong>}
                  {say(why)}
                </div>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
