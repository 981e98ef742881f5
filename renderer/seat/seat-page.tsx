/** The way to the work: take the seat, say "this is me", declare; afterwards straight to the sheets. */
// After the frame's own styles, which the frame imports.
import './seat.css'
import './visits/visits.css'
import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { mayDo } from '#core/round/stages.ts'
import type { MeView } from '#host/api/shapes.ts'
import { seatClient } from '../kit/connect.ts'
import { useRead } from '../kit/hooks.ts'
import { useLive } from '../kit/live.ts'
import { isNetworkLoss, refusalIn } from '../kit/refusal.ts'
import { Loading, Refusal } from '../kit/states.tsx'
import { useWords } from '../kit/words/words.ts'
import { Arriving } from './arriving.tsx'
import { Confirming } from './confirming.tsx'
import { Declaring } from './declaring.tsx'
import { type Holder, join, rememberedHolder, rememberHolder, takeToken, whoAmI } from './join.ts'
import { leaveSeat, useIsLeaving } from './leave.ts'
import { Leaving } from './leaving.tsx'
import { OfficerPage } from './officer-page.tsx'
import { useIdle } from './use-idle.ts'
import { useAway, VisitsAway, VisitsOnline } from './visits/visits-gate.tsx'
import { Waiting } from './waiting.tsx'
import { Work } from './work.tsx'

type Step =
  | { at: 'joining'; token: string }
  | { at: 'asking' }
  | { at: 'form'; problem?: unknown }
  | { at: 'confirm'; me: MeView }
  | { at: 'in'; holder: Holder }

function firstStep(): Step {
  const token = takeToken()
  if (token !== null) return { at: 'joining', token }
  const holder = rememberedHolder()
  return holder ? { at: 'in', holder } : { at: 'asking' }
}

export function SeatPage() {
  return useIsLeaving() ? <Leaving /> : <Way />
}

function Way() {
  const [step, setStep] = useState(firstStep)
  const arrived = useCallback((me: MeView) => setStep({ at: 'confirm', me }), [])
  const signedOut = useCallback((problem?: unknown) => {
    rememberHolder(null)
    setStep({ at: 'form', problem })
  }, [])

  const token = step.at === 'joining' ? step.token : null
  useEffect(() => {
    if (token === null) return
    join({ token }).then(arrived, (problem: unknown) => setStep({ at: 'form', problem }))
  }, [token, arrived])

  // The cookie may know this device although its own memory was emptied.
  useEffect(() => {
    if (step.at !== 'asking') return
    void whoAmI().then((me) => (me ? arrived(me) : setStep({ at: 'form' })))
  }, [step.at, arrived])

  switch (step.at) {
    case 'joining':
    case 'asking':
      return <Loading />
    case 'form':
      return <Arriving problem={step.problem} onArrived={arrived} />
    case 'confirm':
      return (
        <Confirming
          me={step.me}
          onYes={() => {
            rememberHolder(step.me)
            arrive(step.me)
            setStep({ at: 'in', holder: step.me })
          }}
          onNo={() => leaveSeat('not-me')}
        />
      )
    case 'in':
      return (
        <SignedIn key={`${step.holder.round}/${step.holder.expert}`} holder={step.holder} onSignedOut={signedOut} />
      )
  }
}

/** A member who takes the seat is there; a second time changes nothing. */
function arrive({ round, expert, role }: MeView): void {
  if (role !== 'chair' && role !== 'expert') return
  // Attendance is also taken by hand: the way to the work must not hang on it.
  seatClient()
    .attendance.note({ round, expert, event: 'arrived' })
    .catch(() => {})
}

type Watch = Parameters<typeof useLive>[0]
const watch: Watch = (input, options) => seatClient().live.watch(input, options)
/** Refusals that mean: whoever holds this device holds no seat any more. */
const out = ['not-signed-in', 'not-allowed', 'unknown-round', 'unknown-expert', 'not-on-panel']

function SignedIn({ holder, onSignedOut }: { holder: Holder; onSignedOut: (problem?: unknown) => void }) {
  const { round, expert } = holder
  useLive(watch, round)
  const me = useRead(() => seatClient().me.show({ round, expert }), [round, expert], ['round', 'panel', 'seats'])
  const [isAtPapers, setAtPapers] = useState(false)
  const away = useAway(holder, me.value === undefined && me.error !== undefined && isNetworkLoss(me.error))
  // Away from the host nobody could sit down again.
  useIdle(away ? null : () => leaveSeat('idle'))
  const refused = refusalIn(me.error)
  const isOut = refused !== undefined && out.includes(refused.code)
  useEffect(() => {
    if (isOut) onSignedOut(me.error)
  }, [isOut, me.error, onSignedOut])

  if (me.value === undefined && away) return <VisitsAway {...away} />
  if (me.value === undefined)
    return me.error === undefined || isOut ? <Loading /> : <Refusal error={me.error} again={me.again} />
  if (me.value.role !== 'chair' && me.value.role !== 'expert') return <OfficerPage me={me.value} />
  if (mayDo('read-packets', me.value.stage) && me.value.declared) {
    const work = <Work me={me.value} onSignedOut={onSignedOut} />
    if (!mayDo('record-visit', me.value.stage)) return work
    if (isAtPapers) return <Papers onBack={() => setAtPapers(false)}>{work}</Papers>
    return <VisitsOnline me={me.value} none={work} onPapers={() => setAtPapers(true)} />
  }
  if (!me.value.declared && mayDo('declare-recusal', me.value.stage))
    return <Declaring me={me.value} onDone={me.again} />
  return <Waiting me={me.value} />
}

function Papers({ children, onBack }: { children: ReactNode; onBack: () => void }) {
  const { seat: words } = useWords()
  return (
    <>
      <div className="visit-back">
        <Button type="primary" onClick={onBack}>
          {words.visits.backToVisits}
        </Button>
      </div>
      {children}
    </>
  )
}
