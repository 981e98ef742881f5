/** One ballot for a whole list: a choice for each application, cast together. */
import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { MyVoteView } from '#host/api/shapes.ts'
import { useSay } from '../kit/lang.ts'
import { useWords } from '../kit/words/words.ts'

export type Choice = 'for' | 'against' | 'abstain'

type Props = { mine: MyVoteView; busy: boolean; cast: (choices: Record<string, Choice>) => Promise<boolean> }

/** What was voted before, as far as a seat can say it. */
function before({ lines }: MyVoteView): Record<string, Choice> {
  return Object.fromEntries(
    lines.flatMap(({ vote, voted }) => (voted === null || voted === 'invalid' ? [] : [[vote.packet, voted]])),
  )
}

export function ListBallot({ mine, busy, cast }: Props) {
  const { seat: words, common } = useWords()
  const say = useSay()
  const [chosen, setChosen] = useState<Record<string, Choice>>(() => before(mine))
  const { maxYes, lines } = mine
  const open = lines.filter(({ vote, may }) => may && chosen[vote.packet] === undefined).length
  const agreed = Object.values(chosen).filter((choice) => choice === 'for').length
  const isOver = maxYes !== null && agreed > maxYes
  const offered: Choice[] = mine.open?.abstention === 'not-allowed' ? ['for', 'against'] : ['for', 'against', 'abstain']
  const state = isOver
    ? words.voteListOver(agreed, maxYes)
    : open > 0
      ? words.voteListOpen(open)
      : words.voteListCount(agreed)
  return (
    <div className="vote-list">
      <p className="soft">{words.voteListHint(maxYes)}</p>
      <ul className="vote-lines">
        {lines.map(({ vote, may, why }) => (
          <li key={vote.packet} className="vote-line">
            <span className="vote-line-name">
              {vote.no} {vote.workshop}
            </span>
            {may ? (
              <Radio.Group
                size="large"
                optionType="button"
                buttonStyle="solid"
                aria-label={`${vote.no} ${vote.workshop}`}
                value={chosen[vote.packet] ?? null}
                options={offered.map((choice) => ({ value: choice, label: common.ballot[choice] }))}
                onChange={(event) => setChosen({ ...chosen, [vote.packet]: event.target.value as Choice })}
              />
            ) : (
              <span className="soft">{why === null ? '' : say(why)}</span>
            )}
          </li>
        ))}
      </ul>
      <div className="vote-line">
        <span role="status" className={isOver ? 'vote-over' : 'soft'}>
          {state}
        </span>
        <Button
          size="large"
          type="primary"
          danger
          loading={busy}
          disabled={open > 0 || isOver}
          onClick={() => void cast(chosen)}
        >
          {words.voteCast}
        </Button>
      </div>
    </div>
  )
}
