/** What the document pays the workshops of this round, one by one and in all, each with its reason. */
import { Table } from 'antd'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'

export function MoneyCard() {
  const { papers } = useWords().desk
  const say = useSay()
  const { round } = useRound()
  const money = useRead(() => desk.afterwards.round({ round }), [round], ['result'])
  if (!money.value || money.value.rows.length === 0) return null
  const { rows, total, open } = money.value
  return (
    <section className="sheet" aria-labelledby="money-title">
      <h2 id="money-title">{papers.moneyTitle}</h2>
      <p>{papers.moneyTotal(total, open.length)}</p>
      <Table
        size="small"
        rowKey="workshop"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: papers.moneyWorkshop, dataIndex: 'workshop' },
          {
            title: papers.moneySum,
            key: 'wan',
            align: 'right',
            width: 100,
            render: (_, { wan }) => wan ?? papers.moneyOpen,
          },
          {
            title: papers.moneyWhy,
            key: 'why',
            render: (_, { because, matchingText, clause }) => (
              <>
                {say(because)}
                {matchingText ? ` ${say(matchingText)}` : ''} <span className="soft small">{clause}</span>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
