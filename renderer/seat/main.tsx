/** Starts the page of one expert's seat. */
import { AppFrame, mount } from '../kit/app-frame.tsx'
import { useWords } from '../kit/words/words.ts'
import { SeatPage } from './seat-page.tsx'

function Seat() {
  return (
    <AppFrame title={useWords().seat.page}>
      <SeatPage />
    </AppFrame>
  )
}

mount(<Seat />)
