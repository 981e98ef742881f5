/** Starts the page of one expert's seat. */
import '../kit/no-eval.ts'
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

// The back button may bring a page out of the browser's memory as it was left, with the last person's work on it.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
// A card opened where the page is open already only changes the address: it must be taken all the same.
window.addEventListener('hashchange', () => {
  if (location.hash.startsWith('#t=')) location.reload()
})

mount(<Seat />)
