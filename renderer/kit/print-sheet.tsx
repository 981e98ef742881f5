/** A paper that lies under the screen: nothing of it is seen until it is printed, and then nothing else is. */
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

export function PrintSheet({ children }: { children: ReactNode }) {
  return createPortal(<article className="print-sheet">{children}</article>, document.body)
}
