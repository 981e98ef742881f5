/** The one big button: closes the stage, or says how much is still missing and leads to the first point. */
import { LockOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOf } from '../route.ts'
import { placeOf } from './missing-list.tsx'
import { useRound } from './round.ts'
import { Touched } from './touched.tsx'

export function CloseStage() {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { modal } = App.useApp()
  const { run, busy } = useDeskAct()
  const round = useRound()
  const now = round.stages.find(({ state }) => state === 'now')
  const [first] = round.missing
  if (now === undefined) {
    return (
      <section className="sheet close-stage">
        <p className="missing-none">{words.frame.allDone}</p>
      </section>
    )
  }
  const name = say(now.name)
  const next = round.stages[round.stages.indexOf(now) + 1]
  const close = async () => {
    const closed = await run(() => desk.stages.close({ round: round.round, stage: now.id }))
    if (closed !== undefined) go(hrefOf(round.round))
  }
  const ask = () =>
    modal.confirm({
      title: words.frame.closeAsk(name),
      icon: <LockOutlined aria-hidden />,
      content: (
        <div className="stack">
          <p>{words.frame.closeFixes(say(now.leaves))}</p>
          <Touched round={round.round} act="close-stage" of={now.id} />
          <p>{next === undefined ? words.frame.closeLast : words.frame.closeThen(say(next.name))}</p>
        </div>
      ),
      okText: words.frame.close(name),
      cancelText: common.cancel,
      width: 600,
      onOk: close,
    })
  return (
    <section className="sheet close-stage" aria-label={words.frame.close(name)}>
      <p className="soft small">{words.frame.leaves(say(now.leaves))}</p>
      {first === undefined ? (
        <Button type="primary" size="large" block loading={busy} onClick={ask}>
          {words.frame.close(name)}
        </Button>
      ) : (
        <Button size="large" block className="still-missing" onClick={() => go(placeOf(first, round))}>
          {words.frame.stillMissing(round.missing.length)}
        </Button>
      )}
    </section>
  )
}
