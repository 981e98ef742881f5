/** Always in sight: whose seat this is, what is happening, and whether everything is safe with the host. */
import {
  CheckCircleFilled,
  CloudSyncOutlined,
  DisconnectOutlined,
  ExclamationCircleOutlined,
  MenuOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { MeView } from '#host/api/shapes.ts'
import { DisplayMenu, LanguageSwitch } from '../kit/display-menu.tsx'
import { useSay } from '../kit/lang.ts'
import { useConnection } from '../kit/live.ts'
import { Chip } from '../kit/states.tsx'
import { useWhen } from '../kit/when.ts'
import { useWords } from '../kit/words/words.ts'
import { HandOver } from './handing-over.tsx'
import type { Outbox } from './outbox.ts'
import { SentList } from './sent-list.tsx'
import { useOutboxState } from './use-outbox.ts'

type Props = {
  me: MeView
  outbox: Outbox
  savedAt: string | null
  onList: (() => void) | undefined
  /** Goes to the sheet with something the host did not take. */
  onRefused: (packet: string) => void
  /** How each application is called, by its id. */
  titles: ReadonlyMap<string, string>
}

export function SeatHeader({ me, outbox, savedAt, onList, onRefused, titles }: Props) {
  const { seat: words, common } = useWords()
  const say = useSay()
  return (
    <header className="seat-head">
      {onList ? (
        <Button icon={<MenuOutlined aria-hidden />} onClick={onList}>
          {words.myApplications}
        </Button>
      ) : null}
      <h1>
        {common.seatNo(me.seat)} · {me.name}
      </h1>
      <Chip tone="info">
        {say(me.activityName)} · {say(me.stageName)}
      </Chip>
      <span className="grow" />
      <SaveState outbox={outbox} savedAt={savedAt} onRefused={onRefused} titles={titles} />
      <HandOver outbox={outbox} />
      <DisplayMenu />
      <LanguageSwitch />
    </header>
  )
}

function SaveState({ outbox, savedAt, onRefused, titles }: Pick<Props, 'outbox' | 'savedAt' | 'onRefused' | 'titles'>) {
  const { seat: words } = useWords()
  const state = useOutboxState(outbox)
  const connection = useConnection((store) => store.state)
  const when = useWhen()
  const at = state.savedAt ?? savedAt

  const said = (): { tone: 'ok' | 'warn' | 'no' | 'info'; icon: ReactNode; text: string } => {
    if (state.cannotKeep) return { tone: 'no', icon: <ExclamationCircleOutlined aria-hidden />, text: words.cannotKeep }
    if (state.refused > 0)
      return { tone: 'no', icon: <ExclamationCircleOutlined aria-hidden />, text: words.notTaken(state.refused) }
    if (state.isLost || connection === 'offline') {
      return {
        tone: 'warn',
        icon: <DisconnectOutlined aria-hidden />,
        text: state.waiting === 0 ? words.noHost : state.unkept > 0 ? words.keeping : words.keptHere,
      }
    }
    if (state.unsendable > 0) {
      return { tone: 'warn', icon: <ExclamationCircleOutlined aria-hidden />, text: words.toCorrect(state.unsendable) }
    }
    if (state.waiting > 0) return { tone: 'info', icon: <CloudSyncOutlined aria-hidden />, text: words.saving }
    return {
      tone: 'ok',
      icon: <CheckCircleFilled aria-hidden />,
      text: at ? words.savedAt(when(at, 'second')) : words.nothingToSave,
    }
  }
  const { tone, icon, text } = said()
  return (
    <span className="seat-saved" role="status">
      <Chip tone={tone}>
        {icon} {text}
      </Chip>
      {state.refusedAt === null ? null : (
        <Button type="link" onClick={() => onRefused(state.refusedAt ?? '')}>
          {words.showThem}
        </Button>
      )}
      <SentList outbox={outbox} waiting={state.waiting} titles={titles} />
    </span>
  )
}
