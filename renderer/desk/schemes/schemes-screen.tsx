/** Every scheme with its activities, how much of its document it encodes, and whether it is sound. */
import { Button, Table, type TableColumnsType } from 'antd'
import type { SchemeSummary } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { go, hrefOfScheme } from '../route.ts'
import { ImportScheme } from './import-scheme.tsx'
import { SchemesHeader } from './schemes-header.tsx'

/** One chip: sound, or how much there is to look at. */
export function LintChip({ errors, warnings }: { errors: number; warnings: number }) {
  const { schemes: words } = useWords().desk
  if (errors + warnings === 0) return <Chip tone="ok">{words.lintClean}</Chip>
  return <Chip tone={errors > 0 ? 'no' : 'warn'}>{words.lintCount(errors, warnings)}</Chip>
}

function SchemeTable({ list }: { list: SchemeSummary[] }) {
  const { schemes: words } = useWords().desk
  const { common } = useWords()
  const say = useSay()
  const columns: TableColumnsType<SchemeSummary> = [
    {
      title: words.title,
      key: 'title',
      render: (_, { id, short, title, number, version, source }) => (
        <>
          <strong>{say(short)}</strong>{' '}
          <Chip tone={source === 'own' ? 'info' : 'plain'}>{source === 'own' ? words.own : words.shipped}</Chip>
          <div className="small">{say(title)}</div>
          <div className="soft small">
            {number} · {id} · {words.version(version)}
          </div>
        </>
      ),
    },
    {
      title: words.activities,
      key: 'activities',
      render: (_, { activities }) => activities.map(({ id, name }) => <div key={id}>{say(name)}</div>),
    },
    {
      title: words.coverageLabel,
      key: 'coverage',
      render: (_, { coverage }) => words.coverage(coverage.encoded, coverage.clauses),
    },
    { title: words.lint, key: 'lint', render: (_, { lint }) => <LintChip {...lint} /> },
    {
      title: <span className="kit-hidden">{common.act}</span>,
      key: 'open',
      render: (_, { id, short }) => (
        <Button aria-label={`${words.open} ${say(short)}`} onClick={() => go(hrefOfScheme(id))}>
          {words.open}
        </Button>
      ),
    },
  ]
  return <Table rowKey="id" size="medium" columns={columns} dataSource={list} pagination={false} />
}

export function SchemesScreen() {
  const { schemes: words } = useWords().desk
  const list = useRead(() => desk.schemes.list({}), [], [])
  return (
    <>
      <SchemesHeader />
      <main className="rounds">
        <section className="sheet" aria-labelledby="schemes-title">
          <div className="sheet-head">
            <div className="row mid wrap">
              <h1 id="schemes-title" className="grow">
                {words.title}
              </h1>
              <ImportScheme />
            </div>
            <p className="soft small">{words.lead}</p>
          </div>
          <Shown of={list}>{(all) => <SchemeTable list={all} />}</Shown>
        </section>
      </main>
    </>
  )
}
