/** The frame that stages share which go from one application to the next: list at the left, the chosen one beside it. */
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { StageId } from '#core/scheme/scheme.ts'
import type { Reading } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Empty, Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import type { View } from '../route.ts'
import { chosenOf, PacketPicker } from './packet-picker.tsx'
import { useRound } from './round.ts'

type Entry = { packet: string; no: number; workshop: string; recorded: boolean }

type Props<T extends Entry> = {
  /** Also the id of the stage: its name, as the scheme has it, is the title. */
  view: Extract<View, StageId>
  reading: Reading<T[]>
  /** The application the address names. */
  packet: string | null
  /** Why nothing can be written now; null: it can. */
  locked: string | null
  /** At the right of the title. */
  head?: ReactNode
  /** In place of list and application. */
  instead?: ReactNode
  /** The state in the list, where it is another than done or not done. */
  word?: (entry: T) => string | null
  /** Above the list: who is before the room, say. */
  top?: (chosen: T | undefined, list: readonly T[]) => ReactNode
  /** At the head of the list: its order, say. */
  order?: ReactNode
  arrange?: (list: T[]) => T[]
  /** Beside the state in the list. */
  remark?: (entry: T) => string
  children: (chosen: T) => ReactNode
}

export function PacketStage<T extends Entry>(props: Props<T>) {
  const { view, reading, packet, locked, head, instead, word, top, order, arrange, remark, children } = props
  const say = useSay()
  const { stages } = useRound()
  const stage = stages.find(({ id: known }) => known === view)
  const { visit: words } = useWords().desk
  const id = `${view}-title`
  return (
    <section className="sheet" aria-labelledby={id}>
      <Shown of={reading}>
        {(unordered) => {
          const list = arrange?.(unordered) ?? unordered
          const chosen = chosenOf(list, packet, ({ recorded }) => recorded)
          const entries = list.map((entry) => ({
            ...entry,
            isDone: entry.recorded,
            word: [word?.(entry) ?? (entry.recorded ? words.recorded : words.notRecorded), remark?.(entry) ?? '']
              .filter((part) => part !== '')
              .join(' · '),
          }))
          return (
            <>
              <div className="row mid wrap sheet-head">
                <h1 id={id}>{stage ? say(stage.name) : null}</h1>
                <span className="soft small grow">
                  {words.count(list.filter(({ recorded }) => recorded).length, list.length)}
                </span>
                {head}
              </div>
              {locked === null ? null : <Alert type="info" showIcon title={locked} />}
              {top?.(chosen, list)}
              {instead ? (
                instead
              ) : chosen === undefined ? (
                <Empty title={words.emptyTitle} hint={words.emptyHint} />
              ) : (
                <div className="two">
                  <PacketPicker view={view} list={entries} chosen={chosen.packet} head={order} />
                  {children(chosen)}
                </div>
              )}
            </>
          )
        }}
      </Shown>
    </section>
  )
}
