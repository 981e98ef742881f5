/** Who competes no longer, and why: nobody disappears from the result. */
import { Table } from 'antd'
import type { ResultView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

export function OutsideCard({ outside }: Pick<ResultView, 'outside'>) {
  const { result: words } = useWords().desk
  const say = useSay()
  return (
    <section className="sheet" aria-labelledby="outside-title">
      <h2 id="outside-title">{words.outside}</h2>
      <Table
        rowKey="packet"
        size="medium"
        pagination={false}
        dataSource={outside}
        columns={[
          {
            title: words.lineWho,
            key: 'who',
            render: (_, { no, workshop, unit }) => (
              <>
                {no} {workshop}
                <div className="soft small">{unit}</div>
              </>
            ),
          },
          { title: words.outsideWhy, key: 'why', render: (_, { reason }) => say(reason) },
        ]}
      />
    </section>
  )
}
