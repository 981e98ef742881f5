/** One round in its frame: header, stage ribbon, the stage's own screen, and what is still missing. */
import { Alert } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Loading, Refusal } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { FirstTour } from '../help/first-tour.tsx'
import { useShownPart } from '../help/help-key.ts'
import { PacketPage } from '../packet/packet-page.tsx'
import { type Route, useRoute, type View } from '../route.ts'
import { CloseStage } from './close-stage.tsx'
import { Header } from './header.tsx'
import { MissingList } from './missing-list.tsx'
import { AskReopening, WaitingReopening } from './reopen.tsx'
import { Ribbon } from './ribbon.tsx'
import { RoundContext, useRound } from './round.ts'
import { StageBody } from './stage-body.tsx'

/** Says where the round is when somebody looks at another stage. */
function StageNotice({ view }: { view: View }) {
  const { frame } = useWords().desk
  const say = useSay()
  const when = useWhen()
  const { stages } = useRound()
  const stage = stages.find(({ id }) => id === view)
  if (stage?.state === 'done') {
    return (
      <Alert
        type="success"
        showIcon
        title={frame.stageDone(stage.closedAt === null ? '' : when(stage.closedAt))}
        action={<AskReopening stage={stage} />}
      />
    )
  }
  const now = stages.find(({ state }) => state === 'now')
  if (stage?.state !== 'ahead' || now === undefined) return null
  return <Alert type="info" showIcon title={frame.stageAhead(say(now.name))} />
}

function Inside({ route }: { route: Extract<Route, { page: 'round' }> }) {
  const { desk: words } = useWords()
  const { stage } = useRound()
  const view = route.view ?? stage
  useShownPart(view)
  if (view === 'packet' && route.item !== null) {
    return <PacketPage key={route.item} packet={route.item} tab={route.tab} place={route.place} />
  }
  return (
    <div className="round-body">
      <main className="round-main">
        <WaitingReopening />
        <StageNotice view={view} />
        <StageBody view={view} item={route.item} />
      </main>
      <aside className="round-side" aria-label={words.frame.missing}>
        <MissingList />
        <FirstTour />
        <CloseStage />
      </aside>
    </div>
  )
}

export function RoundFrame({ round }: { round: string }) {
  const route = useRoute()
  const { allRounds } = useWords().desk.frame
  const reading = useRead(
    () => desk.rounds.show({ round }),
    [round],
    ['round', 'packets', 'panel', 'sheets', 'visits', 'minutes', 'votes', 'result'],
  )
  if (reading.value === undefined) {
    if (reading.error === undefined) return <Loading />
    return (
      <>
        <Refusal error={reading.error} again={reading.again} />
        <p className="center">
          <a href="#/">{allRounds}</a>
        </p>
      </>
    )
  }
  if (route.page !== 'round') return null
  return (
    <RoundContext value={reading.value}>
      <div className="round-frame">
        <Header />
        <Ribbon view={route.view} />
        <Inside route={route} />
      </div>
    </RoundContext>
  )
}
