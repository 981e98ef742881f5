// A term assessment played to its end on facts and judgements chosen here; every number below was added up by hand.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestHost, refusalOf, smallRound } from '#test/room.ts'
import { deliberate, type FixedRound, playFixedScoring, sheetOf, submitAgain, visitAll, vote } from './fixed-round.ts'

describe('期满考核：五位专家、三份申报', () => {
  const room = openTestHost()
  let made: FixedRound
  beforeAll(async () => {
    made = await playFixedScoring(room)
  })

  const rows = async () => {
    const { rows } = await made.desk.results.compute({ round: made.round })
    return rows.toSorted((a, b) => a.no - b.no)
  }

  test('once scoring is closed every total, mean and rank is there', async () => {
    const [first, second, third] = await rows()
    expect(first?.scores.map(({ total }) => total)).toEqual(['104', '103.5', '102.75', '102', '102'])
    // 514.25 / 5
    expect(first).toMatchObject({ counted: 5, exact: '2057/20', shown: '102.85', rank: 1, tied: false })
    // Without 104 and one 102: 308.25 / 3. Middle of five: 102.75.
    expect(first).toMatchObject({ mean: '102.85', trimmed: '102.75', median: '102.75' })
    expect(first?.spread).toMatchObject({ min: '102', max: '104', range: '2' })
    expect(second?.scores.map(({ total }) => total)).toEqual(['77.8', '77.3', '76.8', null, '71.3'])
    expect(third?.scores.map(({ total }) => total)).toEqual(['91', '90', '90', '93', '88.5'])
    // 452.5 / 5
    expect(third).toMatchObject({ exact: '181/2', shown: '90.50', rank: 2 })
    expect(third?.grade?.['zh-CN']).toBe('优秀')
  })

  test('a recused expert does not enter the denominator of the mean', async () => {
    const [, second] = await rows()
    // 77.8 + 77.3 + 76.8 + 71.3 = 303.2, over four and not over five.
    expect(second).toMatchObject({ counted: 4, exact: '379/5', shown: '75.80', rank: 3 })
    expect(second?.scores[3]).toMatchObject({ state: 'recused', total: null })
    // A trimmed mean of four is no mean; the middle of four lies between 76.8 and 77.3.
    expect(second).toMatchObject({ trimmed: null, median: '77.05' })
  })

  test('a visit that lowers the area from 36 to 29 ㎡ sends every sheet on it back for a B2 deduction', async () => {
    await visitAll(made)
    const { desk, round, experts, packets } = made
    const visit = (await desk.visits.list({ round })).find(({ packet }) => packet === packets[2])
    expect(visit?.findings).toMatchObject([{ fact: 'B2_area_m2', claimed: '36', seen: '29' }])
    for (const expert of experts) {
      const sheet = await room.seat(round, expert).sheets.show({ round, expert, packet: packets[2] })
      expect(sheet).toMatchObject({ state: 'draft', returned: '事实更正后须补评：B2', openItems: ['B2'], total: null })
    }
    const states = (await desk.progress.show({ round })).rows.map((row) => row.states)
    expect(states).toEqual([
      ['submitted', 'submitted', 'submitted', 'submitted', 'submitted'],
      ['submitted', 'submitted', 'submitted', 'recused', 'submitted'],
      ['draft', 'draft', 'draft', 'draft', 'draft'],
    ])
  })

  test('while the returned sheets are out, deliberation cannot be closed', async () => {
    const { desk, round } = made
    await deliberate(made)
    expect(await refusalOf(desk.stages.close({ round, stage: 'deliberation' }))).toEqual([
      'gate-closed',
      '“集中评议”还不能结束，还差：第 1 席 评样一 还有 1 份未提交（申报 3）、第 2 席 评样二 还有 1 份未提交（申报 3）、' +
        '第 3 席 评样三 还有 1 份未提交（申报 3）、第 4 席 评样四 还有 1 份未提交（申报 3）、' +
        '第 5 席 评样五 还有 1 份未提交（申报 3）。',
    ])
    expect((await desk.results.compute({ round })).ready).toBe(false)
  })

  test('29 ㎡ wants a deduction: nothing off B2 is not an answer', async () => {
    const { desk, round, experts, packets } = made
    const judgements = sheetOf(2, { C1: '2', B2: '0' })
    expect(await refusalOf(desk.sheets.submit({ round, expert: experts[0], packet: packets[2], judgements }))).toEqual([
      'must-deduct',
      'B2 拥有30平方以上学习交流场所 低于标准，扣分须大于 0，不超过 5 分。',
    ])
  })

  test('the sheets come in again and the result is computed anew: exactly 90', async () => {
    await submitAgain(made)
    const [, , third] = await rows()
    expect(third?.scores.map(({ total }) => total)).toEqual(['90.5', '89.5', '89.5', '92.5', '88'])
    // 450 / 5, of which 2 are bonus: 优秀 with it, 合格 without.
    expect(third).toMatchObject({ exact: '90', shown: '90.00', rank: 2, gradeConflict: true })
    expect([third?.grade?.['zh-CN'], third?.gradeOnBase?.['zh-CN']]).toEqual(['优秀', '合格'])
  })

  test('the votes are counted by two thirds of those present, without the recused and the absent', async () => {
    await vote(made)
    const { votes } = await made.desk.votes.list({ round: made.round })
    const counted = votes.map(({ appointed, recused, present, needed, tally }) => {
      const { for: yes, against, abstain, passed } = tally ?? {}
      return { appointed, recused, present, needed, yes, against, abstain, passed }
    })
    expect(counted).toEqual([
      { appointed: 5, recused: 0, present: 5, needed: 4, yes: 5, against: 0, abstain: 0, passed: true },
      { appointed: 5, recused: 1, present: 4, needed: 3, yes: 3, against: 1, abstain: 0, passed: true },
      { appointed: 5, recused: 0, present: 4, needed: 3, yes: 2, against: 1, abstain: 1, passed: false },
    ])
    expect(votes.map(({ tally }) => tally?.sentence['zh-CN'])).toEqual([
      '应到 5 人，实到 5 人；须到会成员三分之二以上（4 票）同意；同意 5 票，反对 0 票，弃权 0 票，通过。',
      '应到 5 人，回避 1 人，实到 4 人；须到会成员三分之二以上（3 票）同意；同意 3 票，反对 1 票，弃权 0 票，通过。',
      '应到 5 人，缺席 1 人，实到 4 人；须到会成员三分之二以上（3 票）同意；同意 2 票，反对 1 票，弃权 1 票，未通过。',
    ])
    expect(votes.map(({ ballots }) => ballots.map(({ state, choice }) => choice ?? state))).toEqual([
      ['for', 'for', 'for', 'for', 'for'],
      ['for', 'for', 'against', 'recused', 'for'],
      ['for', 'against', 'abstain', 'for', 'absent'],
    ])
  })

  test('the frozen result says who is what', async () => {
    const { desk, round } = made
    const frozen = await desk.results.freeze({ round })
    expect(
      frozen.rows.map(({ no, rank, shown, decision, decisionCode }) => [
        no,
        rank,
        shown,
        decision['zh-CN'],
        decisionCode,
      ]),
    ).toEqual([
      [1, 1, '102.85', '优秀', 'graded'],
      [3, 2, '90.00', '优秀（表决未通过，待复议）', 'not-confirmed'],
      [2, 3, '75.80', '合格', 'graded'],
    ])
    expect(await refusalOf(desk.results.freeze({ round }))).toEqual(['result-frozen', '结果已经固定，不能再改。'])
    await desk.stages.close({ round, stage: 'result' })
    expect((await desk.ledger.verify({ round })).ok).toBe(true)
  })

  test('the ledger keeps both sheets of the expert who had to score again', async () => {
    const { desk, round, experts, packets } = made
    const { entries } = await desk.ledger.list({ round })
    const story = entries
      .filter(({ kind, subject }) => kind.startsWith('sheet.') && subject === packets[2])
      .map(({ kind, payload }) => ({ kind, ...(payload as { expert: string; total?: string; reason?: string }) }))
      .filter(({ expert }) => expert === experts[0])
    expect(story.map(({ kind, total, reason }) => [kind, total ?? reason])).toEqual([
      ['sheet.submitted', '91'],
      ['sheet.returned', '事实更正后须补评：B2'],
      ['sheet.submitted', '90.5'],
    ])
  })
})

describe('评选：不借用评分表', () => {
  const room = openTestHost()

  test('an expert hands in an opinion and no marks, and cannot leave it empty', async () => {
    const { desk } = room
    const { round, packets, experts } = await smallRound(room, { activity: 'selection', upTo: 'reading' })
    const sheet = { round, expert: experts[0], packet: packets[0] }
    const refused = ['opinion-missing', '请写审阅意见后再提交。']
    expect(await refusalOf(desk.sheets.submit(sheet))).toEqual(refused)
    expect(await refusalOf(desk.sheets.submit({ ...sheet, opinion: '　 ' }))).toEqual(refused)
    const handedIn = await desk.sheets.submit({ ...sheet, opinion: '成果突出，同意推荐。' })
    expect(handedIn).toMatchObject({ state: 'submitted', total: null, blocks: [], opinion: '成果突出，同意推荐。' })
  })

  test('the vote alone selects; nobody is ranked and nobody graded', async () => {
    const { desk } = room
    const { round } = await smallRound(room, { activity: 'selection', upTo: 'end' })
    const { rows, withRubric } = await desk.results.compute({ round })
    expect(withRubric).toBe(false)
    expect(rows.map(({ rank, exact, grade, decisionCode }) => ({ rank, exact, grade, decisionCode }))).toEqual(
      Array.from({ length: 3 }, () => ({ rank: null, exact: null, grade: null, decisionCode: 'selected' })),
    )
  })
})
