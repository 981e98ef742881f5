/** The header of the scheme screens. */
import type { ReactNode } from 'react'
import { DisplayMenu, LanguageSwitch } from '../../kit/display-menu.tsx'
import { useWords } from '../../kit/words/words.ts'

export function SchemesHeader({ children }: { children?: ReactNode }) {
  const { desk: words, common } = useWords()
  return (
    <header className="desk-header">
      <a className="desk-product" href="#/" aria-label={words.frame.allRounds}>
        {common.product}
      </a>
      {children === undefined ? null : <a href="#/schemes">{words.schemes.back}</a>}
      {children}
      <span className="grow" />
      <LanguageSwitch />
      <DisplayMenu />
    </header>
  )
}
