/** Which screen belongs to which part of a round. Heavy screens are loaded when first shown. */
import { lazy, Suspense } from 'react'
import { Loading } from '../../kit/states.tsx'
import { ChoicesView } from '../choices/choices-view.tsx'
import { DeliberationStage } from '../deliberation/deliberation-stage.tsx'
import { DevicesView } from '../devices/devices-view.tsx'
import { CheckStage } from '../intake/check-stage.tsx'
import { ImportStage } from '../intake/import-stage.tsx'
import { LedgerView } from '../ledger/ledger-view.tsx'
import { NoticePage } from '../packet/notice-page.tsx'
import { PanelStage } from '../panel/panel-stage.tsx'
import { AuthorityPage } from '../papers/authority-page.tsx'
import { ExportStage } from '../papers/export-stage.tsx'
import { PrintView } from '../papers/print-view.tsx'
import { ReadingStage } from '../reading/reading-stage.tsx'
import { RecusalStage } from '../recusal/recusal-stage.tsx'
import type { View } from '../route.ts'
import { SeatsView } from '../seats/seats-view.tsx'
import { VisitStage } from '../visit/visit-stage.tsx'
import { VoteStage } from '../vote/vote-stage.tsx'

const ResultStage = lazy(() => import('../result/result-stage.tsx').then((room) => ({ default: room.ResultStage })))

function screenOf(view: View, item: string | null) {
  switch (view) {
    case 'import':
      return <ImportStage />
    case 'material-check':
    case 'packet':
      return <CheckStage />
    case 'notice':
      return <NoticePage packet={item ?? ''} />
    case 'panel':
      return <PanelStage tab={item} />
    case 'recusal':
      return <RecusalStage />
    case 'reading':
      return <ReadingStage />
    case 'visit':
      return <VisitStage packet={item} />
    case 'deliberation':
      return <DeliberationStage packet={item} />
    case 'vote':
      return <VoteStage packet={item} />
    case 'result':
      return <ResultStage />
    case 'export':
      return <ExportStage />
    case 'choices':
      return <ChoicesView choice={item} />
    case 'seats':
      return <SeatsView />
    case 'devices':
      return <DevicesView />
    case 'authority':
      return <AuthorityPage />
    case 'print':
      return <PrintView item={item} />
    case 'ledger':
      return <LedgerView />
  }
}

export function StageBody({ view, item }: { view: View; item: string | null }) {
  return <Suspense fallback={<Loading />}>{screenOf(view, item)}</Suspense>
}
