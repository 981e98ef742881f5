/** What a pinned page is called: "第 7 页", with the file's name only where it is needed to tell pages apart. */
import { useCallback, useMemo } from 'react'
import type { Proof } from '#core/ledger/kinds.ts'
import { type FileLike, tabsOf, tabWith } from '../kit/viewer/tabs.ts'
import { useWords } from '../kit/words/words.ts'

export function usePinNames(files: readonly FileLike[]): (pin: Proof) => string {
  const { seat: words } = useWords()
  const tabs = useMemo(() => tabsOf(files), [files])
  return useCallback(
    (pin) => {
      const tab = tabWith(tabs, pin.file)
      if (!tab) return words.pinElsewhere
      if (tab.drawing === 'photos') return words.pinPhoto(tab.files.findIndex(({ sha256 }) => sha256 === pin.file) + 1)
      if (tab.kind === 'form') return words.pinPageOf(words.viewer.form, pin.page)
      const isOnly = tabs.filter(({ kind, drawing }) => kind === tab.kind && drawing === tab.drawing).length === 1
      return isOnly ? words.pinPage(pin.page) : words.pinPageOf(tab.title, pin.page)
    },
    [tabs, words],
  )
}
