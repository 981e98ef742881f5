/** Adds items to an adopted rubric and takes them away; a new item is judged by the experts. */
import { Button } from 'antd'
import { factsOfRule } from '#core/rubric/facts.ts'
import { itemsOf, type Rubric, type Scheme } from '#core/scheme/scheme.ts'
import { useSay } from '../../kit/lang.ts'
import { useWords } from '../../kit/words/words.ts'

type Change = { draft: Scheme; onChange: (draft: Scheme) => void }

function withRubric(draft: Scheme, rubric: Rubric): Scheme {
  return { ...draft, rubrics: draft.rubrics.map((one) => (one.id === rubric.id ? rubric : one)) }
}

/** Without the item, and without the facts that only it used; a block that becomes empty goes too. */
function without(rubric: Rubric, item: string): Rubric {
  const blocks = rubric.blocks
    .map((block) => ({ ...block, items: block.items.filter(({ id }) => id !== item) }))
    .filter(({ items }) => items.length > 0)
  const used = new Set(blocks.flatMap(({ items }) => items.flatMap(({ rule }) => factsOfRule(rule))))
  return { ...rubric, blocks, facts: rubric.facts.filter(({ key }) => used.has(key)) }
}

function RubricList({ rubric, draft, onChange }: Change & { rubric: Rubric }) {
  const { schemes: words } = useWords().desk
  const say = useSay()
  const add = (blockId: string) => {
    const taken = new Set(itemsOf(rubric).map(({ id }) => id))
    const number = Array.from({ length: 100 }, (_, index) => index + 1).find((one) => !taken.has(`${blockId}${one}`))
    const item = {
      id: `${blockId}${number}`,
      name: { 'zh-CN': '新项目', en: 'New item' },
      max: '5',
      criterion: { 'zh-CN': '由专家判断，扣分须写明理由', en: 'Judged by the expert; every deduction with its reason' },
      rule: { kind: 'judgement' as const },
    }
    const blocks = rubric.blocks.map((block) =>
      block.id === blockId ? { ...block, items: [...block.items, item] } : block,
    )
    onChange(withRubric(draft, { ...rubric, blocks }))
  }
  return (
    <section>
      <h2>{words.itemsOf(say(rubric.title))}</h2>
      {rubric.blocks.map((block) => (
        <div key={block.id} className="rubric-items">
          <strong>
            {block.id} {say(block.name)}
          </strong>
          {block.items.map(({ id, name, max }) => (
            <span key={id} className="rubric-item">
              {id} {say(name)}（{max}）
              <Button
                size="small"
                aria-label={`${words.removeItem} ${id}`}
                onClick={() => onChange(withRubric(draft, without(rubric, id)))}
              >
                {words.removeItem}
              </Button>
            </span>
          ))}
          <Button size="small" onClick={() => add(block.id)}>
            {words.addItem}
          </Button>
        </div>
      ))}
    </section>
  )
}

export function RubricItems({ draft, onChange }: Change) {
  return draft.rubrics
    .filter(({ origin }) => origin.source === 'adopted')
    .map((rubric) => <RubricList key={rubric.id} rubric={rubric} draft={draft} onChange={onChange} />)
}
