/** Schemes as the host offers them: the five that ship, one made by data alone, versions and what they freeze. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { playRound } from '#host/sample/play.ts'
import { openTestHost, refusalOf } from '../room.ts'

const room = openTestHost()
const { desk } = room
const file = path.join(import.meta.dirname, '../fixtures/yangcheng-2030.json')
const city = () => JSON.parse(readFileSync(file, 'utf8'))

describe('the five that ship', () => {
  test('are lint clean, and list every article of their document', async () => {
    const list = await desk.schemes.list({})
    expect(list.map(({ id, lint, coverage }) => [id, lint.findings, coverage.clauses])).toEqual([
      ['chongqing-2024', [], 22],
      ['luzhou-2025', [], 35],
      ['lvliang-2025', [], 15],
      ['urumqi-2023', [], 30],
      ['yunyang-2022', [], 31],
    ])
    for (const { coverage } of list) {
      expect(coverage.encoded + coverage.rest.length).toBe(coverage.clauses)
      for (const { why } of coverage.rest) expect(why['zh-CN']).not.toBe('')
    }
  })

  test('can be shown in full', async () => {
    const { scheme, source, frozen, versions } = await desk.schemes.show({ scheme: 'luzhou-2025' })
    expect([scheme.id, source, frozen, versions.length]).toEqual(['luzhou-2025', 'shipped', true, 1])
    expect((await refusalOf(desk.schemes.show({ scheme: 'luzhou-2025', version: 9 })))[0]).toBe('unknown-scheme')
  })
})

test('a city joins by data alone, and a round of it runs to its grades', async () => {
  expect(await desk.schemes.check({ path: file })).toMatchObject({ id: 'yangcheng-2030', ok: true, findings: [] })
  await desk.schemes.save({ scheme: city(), reason: '样城首版' })
  const listed = (await desk.schemes.list({})).find(({ id }) => id === 'yangcheng-2030')
  expect(listed).toMatchObject({ source: 'own', version: 1, lint: { errors: 0, warnings: 0 } })
  const round = await playRound(room.ctx, {
    ...{ scheme: 'yangcheng-2030', activity: 'rating', experts: 4, packets: 3 },
    upTo: 'end',
  })
  const { stages } = await desk.rounds.show({ round })
  expect(stages.map(({ id }) => id).join(' ')).toBe(
    'import material-check panel recusal visit reading deliberation result export',
  )
  const { rows, frozen } = await desk.results.compute({ round })
  expect(frozen).toBe(true)
  for (const { grade } of rows) expect(['上等', '中等', '下等']).toContain(grade?.['zh-CN'])
})

describe('versions', () => {
  test('one in use stays; a change is the next version, with its reason', async () => {
    const changed = { ...city(), short: { 'zh-CN': '样城（改）', en: 'Yangcheng (changed)' } }
    expect((await refusalOf(desk.schemes.save({ scheme: changed, reason: '改短名' })))[0]).toBe('scheme-frozen')
    expect((await refusalOf(desk.schemes.save({ scheme: { ...changed, version: 3 }, reason: '改短名' })))[0]).toBe(
      'scheme-version',
    )
    const second = await desk.schemes.save({ scheme: { ...changed, version: 2 }, reason: '改短名' })
    expect(second.versions.map(({ version, reason, rounds }) => [version, reason, rounds])).toEqual([
      [1, '样城首版', 1],
      [2, '改短名', 0],
    ])
    expect(second.frozen).toBe(false)
    // Nobody uses the second yet, so it may still be replaced.
    const again = await desk.schemes.save({ scheme: { ...changed, version: 2 }, reason: '再改' })
    expect(again.versions.map(({ reason }) => reason)).toEqual(['样城首版', '再改'])
    const first = await desk.schemes.show({ scheme: 'yangcheng-2030', version: 1 })
    expect(first.scheme.short['zh-CN']).toBe('样城 2030')
  })

  test('what the document says cannot be changed as if it were adopted', async () => {
    const { scheme } = await desk.schemes.show({ scheme: 'yunyang-2022' })
    const spoilt = structuredClone({ ...scheme, version: 2 })
    const assessment = spoilt.rubrics.find(({ id }) => id === 'assessment-reference')
    if (assessment?.grades[0]) assessment.grades[0].from = '60'
    const [code, sentence] = await refusalOf(desk.schemes.save({ scheme: asJson(spoilt), reason: '降线' }))
    expect(code).toBe('text-value-changed')
    expect(sentence).toContain('rubrics.assessment-reference.grades.合格.from')
    const adopted = structuredClone({ ...scheme, version: 2 })
    const panel = adopted.activities[0]?.panel
    if (panel) panel.minimum = 7
    const saved = await desk.schemes.save({ scheme: asJson(adopted), reason: '专家组改为七人' })
    expect(saved.versions.map(({ version, source }) => [version, source])).toEqual([
      [1, 'shipped'],
      [2, 'own'],
    ])
  })

  test('a scheme with errors is not kept', async () => {
    const { choices, ...rest } = city()
    const [code, sentence] = await refusalOf(
      desk.schemes.save({ scheme: { ...rest, id: 'yangcheng-2031', choices: [] }, reason: '试' }),
    )
    expect(code).toBe('scheme-has-errors')
    expect(sentence).toContain('activities.rating.choices.aggregation')
    expect(choices).toHaveLength(2)
  })
})

describe('a file that is no scheme', () => {
  test('is told place by place', async () => {
    const { ok, findings } = await desk.schemes.check({ scheme: { ...city(), levels: [] } })
    expect([ok, findings.map(({ lint, where }) => [lint, where])]).toEqual([false, [['shape', 'levels']]])
  })
  test('and one that is not there is refused', async () => {
    expect((await refusalOf(desk.schemes.check({ path: '/nowhere/scheme.json' })))[0]).toBe('not-found')
  })
})

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))
