/** This computer: where the data lies, whether all is well, and a report for support without anything personal. */
import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { Diagnosis, Finding } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../../kit/display-menu.tsx'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { HelpButton } from '../help/help-button.tsx'
import { hand } from '../papers/hand.ts'
import { CalendarCard } from './calendar-card.tsx'
import { RecoveryCard } from './recovery-card.tsx'
import { RegisterCard } from './register-card.tsx'

const icons = { well: CheckCircleOutlined, warning: ExclamationCircleOutlined, bad: CloseCircleOutlined } as const

function FindingLine({ state, what, todo }: Finding) {
  const { device } = useWords().desk
  const say = useSay()
  const Icon = icons[state]
  return (
    <li className={`finding finding-${state}`}>
      <Icon aria-hidden /> <span className="finding-state">{device[state]}</span>
      <span>
        {say(what)}
        {todo ? <span className="soft"> —— {say(todo)}</span> : null}
      </span>
    </li>
  )
}

function Findings({ diagnosis }: { diagnosis: Diagnosis }) {
  const { device } = useWords().desk
  return (
    <>
      <Alert
        showIcon
        type={diagnosis.well ? 'success' : 'error'}
        title={diagnosis.well ? device.allWell : device.notWell}
        description={device.version(diagnosis.version, diagnosis.system)}
      />
      <ul className="findings">
        {diagnosis.findings.map((finding) => (
          <FindingLine key={finding.id} {...finding} />
        ))}
      </ul>
    </>
  )
}

export function DevicePage() {
  const { desk: words, common } = useWords()
  const { device, tour } = words
  const { run, busy } = useDeskAct()
  const settings = useRead(() => desk.settings.show({}), [], [])
  const diagnosis = useRead(() => desk.diagnosis.show({}), [], [])
  const save = () =>
    run(async () => {
      hand(await desk.diagnosis.file({}), 'jiangping-diagnosis.json')
    })
  const tourAgain = () => run(() => desk.settings.save({ greeted: false }))
  return (
    <>
      <header className="desk-header">
        <a className="desk-product" href="#/" aria-label={words.frame.allRounds}>
          {common.product}
        </a>
        <h1 className="desk-title device-heading">{device.title}</h1>
        <span className="grow" />
        <HelpButton />
        <LanguageSwitch />
        <DisplayMenu />
      </header>
      <main className="rounds device">
        <section className="sheet" aria-labelledby="data-title">
          <h2 id="data-title">{device.data}</h2>
          <Shown of={settings}>{({ folder }) => <p className="device-folder">{folder}</p>}</Shown>
          <p className="soft">{device.dataHint}</p>
          <Button onClick={tourAgain} disabled={busy}>
            {tour.again}
          </Button>
        </section>
        <RegisterCard />
        <CalendarCard />
        <RecoveryCard />
        <section className="sheet" aria-labelledby="diagnosis-title">
          <div className="row mid sheet-head">
            <h2 id="diagnosis-title">{device.diagnosis}</h2>
            <span className="grow" />
            <Button onClick={diagnosis.again}>{device.again}</Button>
            <Button onClick={save} disabled={busy}>
              {device.save}
            </Button>
          </div>
          <p className="soft">{device.diagnosisHint}</p>
          <Shown of={diagnosis}>{(answer) => <Findings diagnosis={answer} />}</Shown>
        </section>
      </main>
    </>
  )
}
