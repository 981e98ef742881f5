/** A running import: sources, files and bytes, the time left, and the way to stop it without harm. */
import { LoadingOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { useEffect } from 'react'
import { useRead } from '../../kit/hooks.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

const lookMs = 700

/** `fallback` stands while the host has not begun, or where one file after another is handed over. */
export function ImportProgress({ fallback, onStop }: { fallback: { done: number; of: number }; onStop: () => void }) {
  const { intake } = useWords().desk
  const { round } = useRound()
  const { run } = useDeskAct()
  const reading = useRead(() => desk.packets.importing({ round }), [round], ['import'])
  const { again } = reading
  useEffect(() => {
    const timer = setInterval(again, lookMs)
    return () => clearInterval(timer)
  }, [again])
  const now = reading.value ?? null
  // One file after another by upload: the host sees each as an import of its own.
  const sources = now === null || fallback.of > now.sources.of ? fallback : now.sources
  const share = now && now.bytes.of > 0 ? now.bytes.done / now.bytes.of : 0
  const percent =
    fallback.of > sources.of ? share : (sources.done + (sources.of > 1 ? 0 : share)) / Math.max(1, sources.of)
  const stop = () => {
    onStop()
    void run(() => desk.packets.cancel({ round }))
  }
  return (
    <div className="drop-going" role="status">
      <div className="row mid wrap">
        <span className="grow">
          <LoadingOutlined aria-hidden /> {intake.going(Math.min(sources.done + 1, sources.of), sources.of)}
          {now === null ? null : <span className="soft"> {now.current}</span>}
        </span>
        <Button onClick={stop} disabled={now?.cancelling === true}>
          {now?.cancelling === true ? intake.stopping : intake.stop}
        </Button>
      </div>
      <Progress
        percent={Math.round((now && now.sources.of > 1 ? share : percent) * 100)}
        showInfo={false}
        aria-label={intake.progress}
      />
      {now === null ? null : (
        <div className="soft small">
          {intake.amount(now.files, megabytes(now.bytes.done), megabytes(now.bytes.of))}
          {now.secondsLeft === null ? null : ` · ${intake.timeLeft(now.secondsLeft)}`}
        </div>
      )}
      <div className="soft small">{intake.stopHarmless}</div>
    </div>
  )
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)
