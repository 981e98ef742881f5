/** Alternates in their order; each can take the seat of a member who is marked as absent. */
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { PanelView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { ReasonAsk } from '../frame/reason-ask.tsx'
import { useRound } from '../frame/round.ts'
import { Touched } from '../frame/touched.tsx'

/** Who is to step in, chosen while the panel is set. */
export function AlternatePicker({
  panel,
  members,
  alternates,
  onAlternates,
}: {
  panel: PanelView
  members: readonly string[]
  alternates: readonly string[]
  onAlternates: (alternates: string[]) => void
}) {
  const { alternate: words } = useWords().desk
  const free = panel.experts.filter(({ expert }) => !members.includes(expert))
  return (
    <div className="row mid wrap">
      <strong>{words.title}</strong>
      <Select
        mode="multiple"
        className="grow"
        aria-label={words.title}
        placeholder={words.hint}
        value={[...alternates]}
        options={free.map(({ expert, name, unit }) => ({ value: expert, label: `${name} ${unit}` }))}
        onChange={onAlternates}
      />
    </div>
  )
}

export function Alternates({ panel }: { panel: PanelView }) {
  const { desk: words, common } = useWords()
  const { alternate: say } = words
  const { round } = useRound()
  const { run } = useDeskAct()
  const [chosen, setChosen] = useState<{ alternate: string; replaces: string }>()
  const absent = panel.members.filter(({ present }) => !present)
  const entering = panel.alternates.find(({ expert }) => expert === chosen?.alternate)
  const leaving = absent.find(({ expert }) => expert === chosen?.replaces)
  if (panel.alternates.length === 0) return null
  return (
    <section className="stack" aria-label={say.title}>
      <strong>{say.title}</strong>
      {panel.alternates.map((one) => (
        <div key={one.expert} className="row mid wrap">
          <span>
            {one.name} {one.unit}
          </span>
          {one.entered !== null ? (
            <span className="soft">{say.entered(one.entered.seat, one.entered.name, one.entered.reason)}</span>
          ) : absent.length === 0 ? (
            <span className="soft">
              {say.waiting} · {say.none}
            </span>
          ) : (
            absent.map(({ expert, seat, name }) => (
              <Button key={expert} onClick={() => setChosen({ alternate: one.expert, replaces: expert })}>
                {say.enter} {common.seatNo(seat)} {name}
              </Button>
            ))
          )}
        </div>
      ))}
      {chosen !== undefined && entering !== undefined && leaving !== undefined ? (
        <ReasonAsk
          title={say.enterTitle(entering.name, leaving.seat, leaving.name)}
          means={say.enterMeans}
          example={say.enterExample}
          ok={say.enter}
          touched={<Touched round={round} act="enter-alternate" of={chosen.replaces} />}
          close={() => setChosen(undefined)}
          act={(reason) => run(() => desk.alternates.enter({ round, ...chosen, reason }))}
        />
      ) : null}
    </section>
  )
}
