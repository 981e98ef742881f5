// Everything the room must not let pass, each with its code and with the sentence that says what to do.
import { beforeAll, describe, expect, test } from 'vitest'
import { joinSeat } from '#host/acts/issue-seat-codes.ts'
import { asWireError } from '#host/api/wire.ts'
import { openTestHost, refusalOf, type SmallRound, samplePath, smallRound, type TestHost } from '#test/room.ts'
import { sheetOf } from './fixed-round.ts'

const mark = (deduct: string, reason = '') => ({ deduct, reason, pins: [] })
const twoThirds = { numerator: 2, denominator: 3, strict: false, base: 'present' as const }

describe('at the door', () => {
  const { desk } = openTestHost()

  test('a round that does not exist', async () => {
    expect(await refusalOf(desk.rounds.show({ round: 'round-9' }))).toEqual([
      'unknown-round',
      '没有编号为“round-9”的评审。用 rounds.list 查看已有评审。',
    ])
  })

  test('a key nobody knows is named', async () => {
    const given = { round: 'round-9', colour: 'red' }
    const [code, sentence] = await refusalOf(desk.rounds.show(given))
    expect(code).toBe('bad-input')
    expect(sentence).toMatch(/^输入不符合要求：.*colour.*。请改正后重试。$/)
  })
})

describe('the panel', () => {
  const room = openTestHost()
  const { desk } = room
  let round: string
  let listed: string[]
  beforeAll(async () => {
    const sample = { title: '评选', organiser: '某局', scheme: 'urumqi-2023', activity: 'selection' }
    round = (await desk.rounds.create(sample)).round
    const experts = await desk.experts.import({ round, path: samplePath('experts.xlsx') })
    listed = experts.map(({ expert }) => expert)
  })
  const seat = (members: string[]) => desk.panel.set({ round, members, chair: null })

  test('six experts are an even number', async () => {
    expect(await refusalOf(seat(listed.slice(0, 6)))).toEqual([
      'even-panel',
      '专家组现有 6 人，是偶数。评审专家须为单数，请增减一人。',
    ])
  })

  test('four experts are too few', async () => {
    expect(await refusalOf(seat(listed.slice(0, 4)))).toEqual([
      'small-panel',
      '专家组现有 4 人，少于 5 人。请补足后再确定。',
    ])
  })

  test('the same person named twice', async () => {
    const [first = ''] = listed
    expect(await refusalOf(seat([...listed.slice(0, 5), first]))).toEqual([
      'duplicate-member',
      '专家组名单中有重复的人：评样一。',
    ])
  })

  test('somebody who is on no list', async () => {
    expect(await refusalOf(seat([...listed.slice(0, 4), 'expert-99']))).toEqual([
      'unknown-expert',
      '本次评审没有编号为“expert-99”的专家。用 experts.list 查看。',
    ])
  })

  test('a refused panel leaves nothing behind', async () => {
    expect((await desk.panel.show({ round })).constituted).toBe(false)
    const { entries } = await desk.ledger.list({ round })
    expect(entries.filter(({ kind }) => kind === 'panel.constituted')).toEqual([])
  })

  test('a stage whose gate is shut is not closed, and what is missing is named', async () => {
    expect(await refusalOf(desk.stages.close({ round, stage: 'import' }))).toEqual([
      'gate-closed',
      '“材料导入”还不能结束，还差：还没有导入申报材料。',
    ])
    expect(await refusalOf(desk.stages.close({ round, stage: 'panel' }))).toEqual([
      'wrong-stage',
      '现在是“材料导入”阶段，这件事要在“组建专家组”阶段办。',
    ])
  })
})

describe('scoring', () => {
  const room = openTestHost()
  const { desk } = room
  let made: SmallRound
  beforeAll(async () => {
    made = await smallRound(room, { activity: 'term-assessment', upTo: 'recusal' })
    const { round, packets } = made
    const note = ''
    await desk.rounds.adopt({ round, choice: 'fraction', value: 'linear', note })
    await desk.rounds.adopt({ round, choice: 'bonus-in-grade', value: true, note })
    await desk.rounds.adopt({ round, choice: 'aggregation', value: 'trimmed-mean', note })
    await desk.rounds.adopt({ round, choice: 'vote-rule', value: twoThirds, note })
    for (const [index, packet] of packets.entries()) {
      if (index > 0) await recordSampleFacts(room, made, packet)
    }
  })

  test('the gate before scoring names every declaration and every application without facts', async () => {
    const { round, packets, experts } = made
    expect(await refusalOf(desk.stages.close({ round, stage: 'recusal' }))).toEqual([
      'gate-closed',
      '“承诺与回避”还不能结束，还差：第 1 席 评样一 尚未作回避申报、第 2 席 评样二 尚未作回避申报、' +
        '第 3 席 评样三 尚未作回避申报、第 4 席 评样四 尚未作回避申报、第 5 席 评样五 尚未作回避申报、' +
        '“1 样例甲钳工技能大师工作室”还有 21 项事实未登记。',
    ])
    await recordSampleFacts(room, made, packets[0])
    for (const [index, expert] of experts.entries()) {
      const conflicts = index === 4 ? [{ packet: packets[0], kind: 'relative' as const, note: '姻亲' }] : []
      await desk.recusals.declare({ round, expert, conflicts })
    }
  })

  test('a trimmed mean that a recusal leaves with four scores is seen before scoring, not after', async () => {
    const { round } = made
    expect(await refusalOf(desk.stages.close({ round, stage: 'recusal' }))).toEqual([
      'gate-closed',
      '“承诺与回避”还不能结束，还差：“1 样例甲钳工技能大师工作室”只有 4 位专家评分，' +
        '不够去掉最高分和最低分（至少五位）；请改用平均分或中位数。',
    ])
    await desk.rounds.adopt({ round, choice: 'aggregation', value: 'mean', note: '' })
  })

  test('nobody reads a paper before scoring has begun', async () => {
    const { round, packets, experts } = made
    const [code, sentence] = await refusalOf(
      room.seat(round, experts[0]).sheets.show({ round, expert: experts[0], packet: packets[0] }),
    )
    expect([code, sentence]).toEqual([
      'wrong-stage',
      '现在是“承诺与回避”阶段，这件事要在“审阅评分、现场考察、集中评议、实名表决、结果、签名导出”阶段办。',
    ])
    await desk.stages.close({ round, stage: 'recusal' })
  })

  test('how fractions count cannot change once scoring has begun', async () => {
    const { round } = made
    expect(await refusalOf(desk.rounds.adopt({ round, choice: 'fraction', value: 'floor' }))).toEqual([
      'rule-frozen',
      '“配套资金不足1万元的部分怎么扣分”在“审阅评分”开始后已固定，不能再改。',
    ])
  })

  const c1 = 'C1 解决本单位实际生产或技术难题'
  const save = (judgements: Record<string, ReturnType<typeof mark>>) => {
    const { round, packets, experts } = made
    return room.seat(round, experts[0]).sheets.save({ round, expert: experts[0], packet: packets[0], judgements })
  }

  test.each([
    [
      'more off than the item has',
      { C1: mark('3.01', '过程记录不全') },
      'above-maximum',
      `${c1} 最多 3 分，不能扣 3.01 分。`,
    ],
    ['three decimals', { C1: mark('0.125', '证据弱') }, 'bad-number', `${c1} 的分数“0.125”不是数字，最多两位小数。`],
    [
      'a mark that is no number',
      { C1: mark('一分', '证据弱') },
      'bad-number',
      `${c1} 的分数“一分”不是数字，最多两位小数。`,
    ],
    ['a mark below nothing', { C1: mark('-1', '加一分') }, 'bad-number', `${c1} 的分数“-1”不是数字，最多两位小数。`],
    [
      'an item that follows from facts',
      { A2: mark('1', '计划太粗') },
      'not-judged',
      'A2 制定完善的年度计划 由事实得出，不由专家打分。对事实有疑请提交秘书处核实。',
    ],
    ['an item the rubric does not have', { Z9: mark('1', '') }, 'unknown-item', '评分表没有“Z9”这一项。'],
  ])('%s', async (_, judgements, code, sentence) => {
    expect(await refusalOf(save(judgements as Record<string, ReturnType<typeof mark>>))).toEqual([code, sentence])
  })

  test('a deduction without its reason is not handed in', async () => {
    const { round, packets, experts } = made
    const judgements = { ...sheetOf(0, {}), C1: mark('1', '  '), E1: mark('0.5') }
    const sheet = { round, expert: experts[0], packet: packets[0], judgements }
    expect(await refusalOf(desk.sheets.submit(sheet))).toEqual([
      'deduction-needs-reason',
      `扣分须写明理由：${c1}、E1 定期组织企业内部技术培训及交流。`,
    ])
  })

  test('a sheet with open items is not handed in', async () => {
    const { round, packets, experts } = made
    const { C1: _, B3: __, ...judgements } = sheetOf(0, {})
    expect(await refusalOf(desk.sheets.submit({ round, expert: experts[0], packet: packets[0], judgements }))).toEqual([
      'sheet-incomplete',
      `评分表还差 2 项：B3 配备与工作目标相一致的设施设备、${c1}。`,
    ])
  })

  test('a sheet is handed in once, and is locked then', async () => {
    const { round, packets, experts } = made
    const sheet = { round, expert: experts[0], packet: packets[0], judgements: sheetOf(0, {}) }
    await desk.sheets.submit(sheet)
    const locked = [
      'sheet-submitted',
      '这份评分表已经提交并锁定。需要修改，请在评分表上点“更改已提交的评分”并写明理由；评分结束后请向秘书处申请退回。',
    ]
    expect(await refusalOf(desk.sheets.submit(sheet))).toEqual(locked)
    expect(await refusalOf(save({ C1: mark('1', '再想想') }))).toEqual(locked)
  })

  test('a sheet nobody handed in cannot be given back', async () => {
    const { round, packets, experts } = made
    const place = { round, expert: experts[1], packet: packets[0], reason: '专家申请' }
    expect(await refusalOf(desk.sheets.return(place))).toEqual(['sheet-not-submitted', '这份评分表还没有提交。'])
  })

  const recused = ['recused', '该专家对此申报已回避，不能查看、评分或表决。']

  test('a recused expert neither sees nor scores the sheet', async () => {
    const { round, packets, experts } = made
    const place = { round, expert: experts[4], packet: packets[0] }
    const seat = room.seat(round, experts[4])
    expect(await refusalOf(seat.sheets.show(place))).toEqual(recused)
    expect(await refusalOf(seat.sheets.save({ ...place, opinion: '好' }))).toEqual(recused)
    expect(await refusalOf(seat.sheets.submit({ ...place, judgements: sheetOf(0, {}) }))).toEqual(recused)
    expect(await refusalOf(desk.sheets.submit({ ...place, judgements: sheetOf(0, {}) }))).toEqual(recused)
  })

  test('a recused expert does not get the files either', async () => {
    const { round, packets, experts } = made
    const { fileList } = await desk.packets.show({ round, packet: packets[0] })
    const sha256 = fileList[0]?.sha256 ?? ''
    expect(await refusalOf(room.seat(round, experts[4]).files.read({ round, packet: packets[0], sha256 }))).toEqual(
      recused,
    )
    const file = await room.seat(round, experts[0]).files.read({ round, packet: packets[0], sha256 })
    expect(file.size).toBe(fileList[0]?.size)
  })

  test("a file of one application is not read through another's", async () => {
    const { round, packets, experts } = made
    const sha256 = (await desk.packets.show({ round, packet: packets[0] })).fileList[0]?.sha256 ?? ''
    const [code] = await refusalOf(room.seat(round, experts[4]).files.read({ round, packet: packets[1], sha256 }))
    expect(code).toBe('unknown-file')
  })

  test("a seat does not get another seat's sheet, list, declaration or ballot", async () => {
    const { round, packets, experts } = made
    const seat = room.seat(round, experts[1])
    const other = { round, expert: experts[0], packet: packets[0] }
    const refused = ['not-allowed', '此席位不能做这件事。请由秘书处办理。']
    expect(await refusalOf(seat.sheets.show(other))).toEqual(refused)
    expect(await refusalOf(seat.sheets.save({ ...other, opinion: '代写' }))).toEqual(refused)
    expect(await refusalOf(seat.sheets.submit({ ...other, judgements: {} }))).toEqual(refused)
    expect(await refusalOf(seat.sheets.list({ round, expert: experts[0] }))).toEqual(refused)
    expect(await refusalOf(seat.recusals.show({ round, expert: experts[0] }))).toEqual(refused)
    expect(await refusalOf(seat.votes.cast({ ...other, choice: 'for' }))).toEqual(refused)
    expect(await refusalOf(seat.me.show({ round, expert: experts[0] }))).toEqual(refused)
  })

  test('a declaration once made is changed with a reason only', async () => {
    const { round, experts } = made
    expect(await refusalOf(desk.recusals.declare({ round, expert: experts[1], conflicts: [] }))).toEqual([
      'declaration-made',
      '该专家已经作过回避申报。需要更改请填写理由。',
    ])
  })

  const blind = ['blind', '评分阶段结束前，任何人不能查看他人的评分。']

  test('before scoring is closed nobody sees a result', async () => {
    const { round } = made
    expect(await refusalOf(desk.results.compute({ round }))).toEqual(blind)
    expect(await refusalOf(desk.archive.export({ round, to: `${room.folder}/early.jpa` }))).toEqual(blind)
  })

  test('before scoring is closed the ledger says that a sheet came in, and nothing of what it says', async () => {
    const { entries } = await desk.ledger.list({ round: made.round })
    const sheets = entries.filter(({ kind }) => kind === 'sheet.submitted')
    expect(sheets.map(({ payload, by }) => [payload, by.name])).toEqual([[null, '评样一']])
    expect(JSON.stringify(entries)).not.toContain('"deduct"')
  })

  test('no other view of the desk lets a mark through before scoring is closed', async () => {
    const { round } = made
    const views = [
      await desk.rounds.show({ round }),
      await desk.progress.show({ round }),
      await desk.wall.show({ round }),
      await desk.panel.show({ round }),
      await desk.packets.list({ round }),
    ]
    // The first expert's total stands at 104; no view may show it, nor any total at all.
    for (const view of views) expect(JSON.stringify(view)).not.toMatch(/"total"|"deduct"|"104"/)
  })

  test('nothing is exported before the result is frozen', async () => {
    const { round } = made
    const refused = ['result-not-frozen', '结果还没有固定。请先核对并固定结果，再导出。']
    expect(await refusalOf(desk.papers.export({ round, out: room.folder }))).toEqual(refused)
    expect(await refusalOf(desk.papers.workbook({ round }))).toEqual(refused)
  })

  test('the gate after scoring names each seat and what it still has to hand in', async () => {
    const { round, packets, experts } = made
    expect(await refusalOf(desk.stages.close({ round, stage: 'reading' }))).toEqual([
      'gate-closed',
      '“审阅评分”还不能结束，还差：第 1 席 评样一 还有 2 份未提交（申报 2、3）、第 2 席 评样二 还有 3 份未提交（申报 1、2、3）、' +
        '第 3 席 评样三 还有 3 份未提交（申报 1、2、3）、第 4 席 评样四 还有 3 份未提交（申报 1、2、3）、' +
        '第 5 席 评样五 还有 2 份未提交（申报 2、3）。',
    ])
    for (const [seat, expert] of experts.entries()) {
      for (const [application, packet] of packets.entries()) {
        if ((seat === 0 || seat === 4) && application === 0) continue
        await desk.sheets.submit({
          round,
          expert,
          packet,
          judgements: await openSheetOf(room, made, { expert, packet }),
        })
      }
    }
    await desk.stages.close({ round, stage: 'reading' })
  })

  test('the result stage is not closed before the result is frozen', async () => {
    const { round, packets } = made
    for (const packet of packets) {
      const visit = { date: '2026-11-18', place: '现场', present: ['评样一'], opinion: '一致' }
      await desk.visits.record({ round, packet, ...visit })
    }
    await desk.stages.close({ round, stage: 'visit' })
    for (const packet of packets) await desk.minutes.record({ round, packet, text: '一致' })
    await desk.stages.close({ round, stage: 'deliberation' })
    for (const packet of packets) {
      const { ballots } = await desk.votes.open({ round, packet })
      for (const { expert, state } of ballots) {
        if (state === 'waiting')
          await desk.votes.cast({ round, packet, expert, choice: 'for', second: { name: '监票人', choice: 'for' } })
      }
      await desk.votes.close({ round, packet })
    }
    await desk.stages.close({ round, stage: 'vote' })
    expect(await refusalOf(desk.stages.close({ round, stage: 'result' }))).toEqual([
      'gate-closed',
      '“结果”还不能结束，还差：结果还没有固定。',
    ])
  })
})

/** What the open sheet asks for, nothing deducted but where something must be. */
async function openSheetOf(room: TestHost, { round }: SmallRound, place: { expert: string; packet: string }) {
  const { blocks } = await room.seat(round, place.expert).sheets.show({ round, ...place })
  const judged = blocks.flatMap(({ items }) => items).filter(({ kind }) => kind === 'judgement')
  return Object.fromEntries(judged.map(({ id }) => [id, id === 'B2' ? mark('1', '面积不足') : mark('0')]))
}

/** Every fact of an application as if nothing were lacking but half a square metre. */
async function recordSampleFacts({ desk }: TestHost, { round }: SmallRound, packet: string): Promise<void> {
  const { facts } = await desk.packets.show({ round, packet })
  const values = { 'yes-no': true, decimal: '30', count: 5, 'counts-per-year': [1, 1] } as const
  await desk.facts.record({
    round,
    packet,
    facts: facts.map(({ key, type }) => {
      const value = values[type]
      return { key, value: typeof value === 'object' ? [...value] : value }
    }),
  })
}

describe('the named vote', () => {
  const room = openTestHost()
  const { desk } = room
  let made: SmallRound
  beforeAll(async () => {
    made = await smallRound(room, { activity: 'selection', upTo: 'recusal' })
    const { round, packets, experts } = made
    for (const [index, expert] of experts.entries()) {
      const conflicts = index === 4 ? [{ packet: packets[0], kind: 'same-unit' as const, note: '' }] : []
      await desk.recusals.declare({ round, expert, conflicts })
    }
    await desk.stages.close({ round, stage: 'recusal' })
    for (const [seat, expert] of experts.entries()) {
      for (const [application, packet] of packets.entries()) {
        if (seat === 4 && application === 0) continue
        await desk.sheets.submit({ round, expert, packet, opinion: '同意推荐。' })
      }
    }
    await desk.stages.close({ round, stage: 'reading' })
    for (const packet of packets) {
      const visit = { date: '2026-11-18', place: '现场', present: ['评样一'], opinion: '一致' }
      await desk.visits.record({ round, packet, ...visit })
    }
    await desk.stages.close({ round, stage: 'visit' })
    for (const packet of packets) await desk.minutes.record({ round, packet, text: '一致' })
    await desk.stages.close({ round, stage: 'deliberation' })
  })

  const cast = (seat: number, choice: 'for' | 'against' = 'for', application = 0) => {
    const { round, packets, experts } = made
    const expert = experts[seat] ?? ''
    return room.seat(round, expert).votes.cast({ round, expert, packet: packets[application] ?? '', choice })
  }

  test('no vote without a threshold that the organiser chose', async () => {
    const { round, packets } = made
    expect(await refusalOf(desk.votes.open({ round, packet: packets[0] }))).toEqual([
      'not-adopted',
      '还没有确定“表决通过的票数和到会人数”。文件没有规定，请先由组织单位选定，再继续。',
    ])
  })

  test('more than everybody is no threshold', async () => {
    const value = { ...twoThirds, numerator: 4 }
    const [code] = await refusalOf(desk.rounds.adopt({ round: made.round, choice: 'vote-rule', value }))
    expect(code).toBe('bad-input')
  })

  test('nobody votes before the vote is open', async () => {
    const { round } = made
    await desk.rounds.adopt({ round, choice: 'vote-rule', value: { ...twoThirds, strict: true } })
    await desk.rounds.adopt({ round, choice: 'vote-rule', value: twoThirds })
    expect(await refusalOf(cast(0))).toEqual(['vote-not-open', '现在没有正在进行的表决。'])
  })

  test('the rule stands once a vote was opened', async () => {
    const { round, packets } = made
    await desk.panel.attend({ round, present: made.experts.filter((expert) => expert !== made.experts[3]) })
    await desk.votes.open({ round, packet: packets[0] })
    const value = { numerator: 1, denominator: 2, strict: true, base: 'present' as const }
    expect(await refusalOf(desk.rounds.adopt({ round, choice: 'vote-rule', value }))).toEqual([
      'rule-frozen',
      '“表决通过的票数和到会人数”在“实名表决”开始后已固定，不能再改。',
    ])
  })

  test('one vote at a time', async () => {
    const { round, packets } = made
    expect(await refusalOf(desk.votes.open({ round, packet: packets[1] }))).toEqual([
      'vote-open',
      '“样例甲钳工技能大师工作室”正在表决，请先结束这一项。',
    ])
  })

  test('a recused member does not vote', async () => {
    expect(await refusalOf(cast(4))).toEqual(['recused', '该专家对此申报已回避，不能查看、评分或表决。'])
  })

  test('a member who is not in the room does not vote', async () => {
    expect(await refusalOf(cast(3))).toEqual(['not-present', '该专家未签到，不能表决。'])
  })

  test('a member may change the own choice; the desk may not', async () => {
    const { round, packets, experts } = made
    expect((await cast(0, 'for')).voted).toBe('for')
    expect((await cast(0, 'against')).voted).toBe('against')
    const second = { name: '监票人', choice: 'for' as const }
    const byDesk = desk.votes.cast({ round, packet: packets[0], expert: experts[0], choice: 'for', second })
    expect(await refusalOf(byDesk)).toEqual([
      'own-choice-stands',
      '第 1 席已在本人的设备上投票，秘书处不能代为更改；本人可以在结束表决前自己更改。',
    ])
  })

  test('a paper ballot needs a second person who sees the same', async () => {
    const { round, packets, experts } = made
    const ballot = { round, packet: packets[0], expert: experts[1], choice: 'for' as const }
    const alone = ['second-person-needed', expect.any(String)]
    expect(await refusalOf(desk.votes.cast(ballot))).toEqual(alone)
    for (const name of ['秘书处', '评样二']) {
      expect(await refusalOf(desk.votes.cast({ ...ballot, second: { name, choice: 'for' } }))).toEqual(alone)
    }
    const differs = desk.votes.cast({ ...ballot, second: { name: '监票人', choice: 'against' } })
    expect(await refusalOf(differs)).toEqual(['entries-differ', expect.any(String)])
  })

  test('the choices stay hidden while the vote is open', async () => {
    const { round, packets } = made
    const vote = (await desk.votes.list({ round })).votes.find(({ packet }) => packet === packets[0])
    expect(vote?.ballots.map(({ state, choice }) => [state, choice])).toEqual([
      ['voted', null],
      ['waiting', null],
      ['waiting', null],
      ['absent', null],
      ['recused', null],
    ])
    const ballot = (await desk.ledger.list({ round })).entries.find(({ kind }) => kind === 'ballot.cast')
    expect(ballot?.payload).toBeNull()
  })

  test('a vote with ballots missing is not closed', async () => {
    const { round, packets } = made
    expect(await refusalOf(desk.votes.close({ round, packet: packets[0] }))).toEqual([
      'ballots-missing',
      '还有 2 席未投：2、3。确认缺席的请先登记缺席，再结束表决。',
    ])
  })

  test('a closed vote takes no ballot and is not opened again', async () => {
    const { round, packets } = made
    await cast(1)
    await cast(2)
    // Two of three present: 2/3 of 3 is exactly 2.
    expect((await desk.votes.close({ round, packet: packets[0] })).tally?.passed).toBe(true)
    const closed = ['vote-closed', '“样例甲钳工技能大师工作室”的表决已经结束。']
    expect(await refusalOf(cast(1))).toEqual(closed)
    expect(await refusalOf(desk.votes.open({ round, packet: packets[0] }))).toEqual(closed)
    expect(await refusalOf(desk.votes.close({ round, packet: packets[0] }))).toEqual([
      'vote-not-open',
      '现在没有正在进行的表决。',
    ])
  })

  test('the stage is not closed while an application has not been voted on', async () => {
    expect(await refusalOf(desk.stages.close({ round: made.round, stage: 'vote' }))).toEqual([
      'gate-closed',
      '“实名表决”还不能结束，还差：“2 样例乙电工技能大师工作室”尚未表决、“3 样例丙焊工技能大师工作室”尚未表决。',
    ])
  })
})

describe('taking a seat', () => {
  const room = openTestHost()
  const { desk, host } = room
  let made: SmallRound
  beforeAll(async () => {
    made = await smallRound(room, { activity: 'selection', upTo: 'recusal' })
    await desk.lan.start({ port: 0 })
  })
  const join = async (input: Parameters<typeof joinSeat>[2]) => refusalOfThrown(() => joinSeat(host, 'zh-CN', input))
  const wrong = (pin: string) => (pin === '000000' ? '000001' : '000000')

  test('a card works once', async () => {
    const [first] = await desk.seats.codes({ round: made.round })
    const token = first?.urls[0]?.split('#t=')[1] ?? ''
    expect(joinSeat(host, 'zh-CN', { token }).me).toMatchObject({ seat: 1, name: '评样一' })
    expect(await join({ token })).toEqual(['code-used', '这个入席码已经用过或已作废。请秘书处重新发放。'])
    expect(await join({ token: `${made.round}~made-up` })).toEqual([
      'code-used',
      '这个入席码已经用过或已作废。请秘书处重新发放。',
    ])
  })

  test('five wrong PINs lock the seat, and then the right one does not open it either', async () => {
    const { round, experts } = made
    const pin = (await desk.seats.codes({ round }))[1]?.pin ?? ''
    const guess = { round, seat: 2, pin: wrong(pin) }
    for (const left of [4, 3, 2, 1]) {
      expect(await join(guess)).toEqual(['wrong-pin', `席位号或 PIN 不对，还可以试 ${left} 次。`])
    }
    const locked = ['pin-locked', 'PIN 连续错误次数过多，已锁定。请秘书处重新发放入席码。']
    expect(await join(guess)).toEqual(locked)
    expect(await join({ round, seat: 2, pin })).toEqual(locked)
    const renewed = await desk.seats.renew({ round, expert: experts[1] })
    expect(joinSeat(host, 'zh-CN', { round, seat: 2, pin: renewed.pin }).me.seat).toBe(2)
  })
})

function refusalOfThrown(deed: () => unknown) {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  resolve(undefined)
  return refusalOf(
    promise.then(deed).catch((error: unknown) => {
      throw asWireError(error, 'zh-CN')
    }),
  )
}
