/** The desk: the list of rounds, a new round, or one round. */
import { AppFrame } from '../kit/app-frame.tsx'
import { useLive } from '../kit/live.ts'
import { useWords } from '../kit/words/words.ts'
import { watchDesk } from './client.ts'
import { DevicePage } from './device/device-page.tsx'
import { RoundFrame } from './frame/round-frame.tsx'
import { useHelpKey } from './help/help-key.ts'
import { HelpPage } from './help/help-page.tsx'
import { OpenPage } from './open/open-page.tsx'
import { NewRound } from './rounds/new-round.tsx'
import { RoundsScreen } from './rounds/rounds-screen.tsx'
import { useRoute } from './route.ts'
import { SchemePage } from './schemes/scheme-page.tsx'
import { SchemesScreen } from './schemes/schemes-screen.tsx'
import './styles/header.css'
import './styles/sheets.css'
import './styles/frame.css'
import './styles/intake.css'
import './styles/packet.css'
import './styles/people.css'
import './styles/room.css'
import './styles/matrix.css'
import './styles/devices.css'
import './styles/result.css'
import './styles/help.css'
import './styles/schemes.css'
import './styles/paper.css'
import './styles/print.css'

function CurrentPage() {
  const route = useRoute()
  useLive(watchDesk, route.page === 'round' ? route.round : null)
  useHelpKey()
  if (route.page === 'help') return <HelpPage chapter={route.chapter} />
  if (route.page === 'device') return <DevicePage />
  if (route.page === 'open') return <OpenPage key={route.path} path={route.path} />
  if (route.page === 'new-round') return <NewRound />
  if (route.page === 'schemes') return <SchemesScreen />
  if (route.page === 'scheme') return <SchemePage key={route.scheme} id={route.scheme} />
  if (route.page === 'round') return <RoundFrame key={route.round} round={route.round} />
  return <RoundsScreen />
}

export function DeskApp() {
  const { desk } = useWords()
  return (
    <AppFrame title={desk.page}>
      <CurrentPage />
    </AppFrame>
  )
}
