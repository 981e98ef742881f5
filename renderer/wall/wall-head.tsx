/** The first and the last line of the wall: which round this is, and the fingerprint of its ledger. */
import type { ReactNode } from 'react'
import type { WallView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'

/** A long name is set smaller, so that it stays on two lines at most. */
export function nameSize(name: string): string {
  return `${Math.min(6.7, Math.max(3.6, 176 / Math.max(name.length, 1)))}vw`
}

export function WallHead({ wall, children }: { wall: WallView; children?: ReactNode }) {
  const { common } = useWords()
  const say = useSay()
  const stage = wall.stages.find(({ id }) => id === wall.stage)
  return (
    <header className="wall-head">
      <span>
        {wall.title}
        {stage === undefined ? null : ` · ${say(stage.name)}`}
      </span>
      {wall.sample ? <span className="wall-sample">{common.sample}</span> : null}
      <span className="grow" />
      {children}
    </header>
  )
}

/** The ledger's fingerprint in groups that can be read aloud. */
export function WallFoot({ wall, children }: { wall: WallView; children?: ReactNode }) {
  const { wall: words } = useWords()
  const print = wall.head.slice(0, 16).toUpperCase().match(/.{4}/g)?.join(' ') ?? ''
  return (
    <footer className="wall-foot">
      <span className="grow">{children}</span>
      <span className="soft">{words.head(print)}</span>
    </footer>
  )
}
