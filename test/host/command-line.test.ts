// The command line as clerks script it: the bundled program, one JSON out, refusals on stderr.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { jp } from '#test/helpers/built-host.ts'
import { openTestHost, scratchFolder, smallRound } from '#test/room.ts'

const store = scratchFolder()
const call = (args: string[], stdin = '') => jp(['--store', store, ...args], stdin)

/** What a good call printed: exactly one line of JSON on stdout, nothing on stderr. */
async function answerOf(args: string[], stdin = ''): Promise<unknown> {
  const { code, stdout, stderr } = await call(args, stdin)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout.endsWith('\n') && stdout.indexOf('\n') === stdout.length - 1).toBe(true)
  return JSON.parse(stdout)
}

/** What a refused call printed: nothing on stdout, one line of JSON on stderr, exit code 2. */
async function refusedBy(args: string[], stdin = ''): Promise<{ code: string; message: string; detail?: unknown }> {
  const { code, stdout, stderr } = await call(args, stdin)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(stderr)
}

/** Every fact of the second application of the fixed round, and one expert's deductions. */
const facts = {
  A1_exists: true,
  A1_deduct: '0',
  A2_plan: true,
  A3_rules_posted: true,
  A4_sign: false,
  A5_display: true,
  B1_matching_wan: '7.4',
  B2_area_m2: '28',
  B2_deduct: '0.5',
  B3_exists: true,
  B3_deduct: '0',
  B4_formal_staff_excl_leader: 1,
  C1_deduct: '0',
  C2_deduct: '0',
  C3_deduct: '0',
  C4_deduct: '0',
  C5_deduct: '0',
  D1_plan: true,
  D1_roster: false,
  D2_agreement: true,
  D3_records: true,
  D4_trained_high_skilled_2y: 3,
  E1_deduct: '0',
  E2_events_per_year: [1, 0],
  E2_deduct: '1',
  E3_social_service: true,
  F1_technicians: 0,
  F1_senior_technicians: 0,
  F2_media_evidenced: false,
  F3_patent_or_award_evidenced: false,
  F4_paper_or_book_evidenced: false,
}
const sheet = (given: object) => ({ scheme: 'urumqi-2023', activity: 'term-assessment', facts: given })
const vote = {
  appointed: 7,
  recused: 1,
  for: 4,
  against: 1,
  abstain: 1,
  absent: 0,
  threshold: { numerator: 2, denominator: 3, strict: false, base: 'present' },
}
const counted = {
  entitled: 6,
  present: 6,
  cast: 6,
  needed: 4,
  passed: true,
  quorumMet: null,
  tie: false,
  sentence:
    '应到 7 人，回避 1 人，实到 6 人；须到会成员三分之二以上（4 票）同意；同意 4 票，反对 1 票，弃权 1 票，通过。',
}

describe('the pure rules', () => {
  test('rules.assess: 7.4 万 and 28 ㎡ and no sign', async () => {
    const answer = await answerOf(['call', 'rules.assess', JSON.stringify(sheet(facts))])
    expect(answer).toMatchObject({
      status: 'ok',
      items: { A1: '2', A4: '0', B1: '14.8', B2: '4.5', B4: '2.5', D1: '1', D4: '15', E2: '2', F1: '0' },
      subtotals: { A: '8', B: '26.8', C: '15', D: '19', E: '9', F: '0' },
      base: '77.8',
      bonus: '0',
      total: '77.8',
      grade: '合格',
      gradeOnBase: '合格',
      gradeConflict: false,
      open: [],
      derivations: { B1: '7.4 万元，少 2.6 万元，20 − 2×2.6 ＝ 14.8' },
    })
    expect(answer).not.toHaveProperty('alternatives')
  })

  test('rules.assess: a deduction nobody has decided, a fact nobody knows, a mark above its item', async () => {
    const lines = [
      sheet({ ...facts, B2_deduct: null }),
      sheet({ ...facts, B1_matching_wan: undefined }),
      sheet({ ...facts, C1_deduct: '3.5' }),
    ].map((one) => JSON.stringify(one))
    const { stdout } = await call(['call', '--lines', 'rules.assess'], lines.join('\n'))
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ status, open, total }) => [status, open, total])).toEqual([
      ['needs_judgement', ['B2'], undefined],
      ['incomplete', ['B1'], undefined],
      ['invalid_input', ['C1'], undefined],
    ])
  })

  test('rules.panel: recusals leave four, then three', async () => {
    const members = ['甲', '乙', '丙', '丁', '戊']
    const recusals = { 申报一: ['丙'], 申报二: ['丙', '丁'] }
    const question = { members, minimum: 5, parity: 'odd', recusals, absent: [], alternates: [] }
    expect(await answerOf(['call', 'rules.panel', JSON.stringify(question)])).toEqual({
      distinct: 5,
      valid: true,
      problems: [],
      applications: {
        申报一: { active: 4, valid: false, problems: ['below_minimum', 'even_number'] },
        申报二: { active: 3, valid: false, problems: ['below_minimum'] },
      },
    })
  })

  test('rules.vote: four of six present, two thirds needed', async () => {
    expect(await answerOf(['call', 'rules.vote', JSON.stringify(vote)])).toEqual(counted)
  })

  test('rules.rank: exact means, a null left out, a tie across the line', async () => {
    const question = {
      experts: ['一', '二', '三'],
      applicants: ['甲', '乙', '丙'],
      scores: [
        ['92.5', '88', '70'],
        ['92', '90', '70.5'],
        ['93', '88.5', null],
      ],
      method: 'mean',
    }
    // 277.5 / 3, 266.5 / 3, 140.5 / 2.
    expect(await answerOf(['call', 'rules.rank', JSON.stringify(question)])).toMatchObject({
      rows: [
        { applicant: '甲', exact: '185/2', shown: '92.50', rank: 1, tied: false },
        { applicant: '乙', exact: '533/6', shown: '88.83', rank: 2, tied: false },
        { applicant: '丙', exact: '281/4', shown: '70.25', rank: 3, tied: false },
      ],
    })
    const even = { ...question, scores: [['90', '90', '80']], experts: ['一'], quota: 1 }
    expect(await answerOf(['call', 'rules.rank', JSON.stringify(even)])).toMatchObject({
      rows: [
        { applicant: '甲', rank: 1, tied: true },
        { applicant: '乙', rank: 1, tied: true },
        { applicant: '丙', rank: 3, tied: false },
      ],
      cut: { selected: [], tied: ['甲', '乙'], places: 1 },
    })
    expect(
      await refusedBy(['call', 'rules.rank', JSON.stringify({ ...question, method: 'trimmed-mean' })]),
    ).toMatchObject({
      code: 'trimmed-needs-five',
      message: '去掉最高分和最低分至少需要五个有效评分，现有 3 个。',
    })
  })

  test('need no store: none is made', async () => {
    const nowhere = path.join(scratchFolder(), 'nowhere')
    const { code } = await jp(['--store', nowhere, 'call', 'rules.vote', JSON.stringify(vote)])
    expect([code, existsSync(nowhere)]).toEqual([0, false])
  })
})

describe('where the input comes from', () => {
  test('from a file', async () => {
    const file = path.join(scratchFolder(), '输入.json')
    writeFileSync(file, JSON.stringify(vote))
    expect(await answerOf(['call', 'rules.vote', `@${file}`])).toEqual(counted)
    expect(await refusedBy(['call', 'rules.vote', '@/没有/这个.json'])).toMatchObject({
      code: 'not-found',
      message: '找不到“/没有/这个.json”。请检查路径或 U 盘是否已插好。',
    })
  })

  test('from stdin', async () => {
    expect(await answerOf(['call', 'rules.vote', '-'], JSON.stringify(vote))).toEqual(counted)
  })

  test('line by line, answered in order, the refused among the others', async () => {
    const lines = [
      JSON.stringify(vote),
      JSON.stringify({ ...vote, for: 7 }),
      '{ not json',
      '',
      JSON.stringify({ ...vote, colour: 'red' }),
      JSON.stringify({ ...vote, for: 3 }),
    ]
    const { code, stdout, stderr } = await call(['call', '--lines', 'rules.vote'], `${lines.join('\n')}\n`)
    expect([code, stderr]).toEqual([0, ''])
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map((one) => one.refused?.code ?? one.passed)).toEqual([
      true,
      'bad-vote',
      'bad-input',
      'bad-input',
      false,
    ])
    expect(answers[1].refused.message).toBe('表决人数对不上：投票 9 张，实到 6 人。请核对后重新填写。')
    expect(answers[3].refused.message).toContain('colour')
  })
})

describe('refused', () => {
  test('a method there is none of', async () => {
    expect(await refusedBy(['call', 'rounds.destroy', '{}'])).toMatchObject({
      code: 'unknown-method',
      message: '没有“rounds.destroy”这个方法。用 jp --help 查看全部方法。',
    })
  })

  test('in English when asked', async () => {
    expect(await refusedBy(['--lang', 'en', 'call', 'rounds.show', '{"round":"r"}'])).toMatchObject({
      code: 'unknown-round',
      message: 'There is no round "r". Use rounds.list to see the rounds there are.',
      detail: { round: 'r' },
    })
  })

  test('what is no JSON', async () => {
    const { code, message } = await refusedBy(['call', 'rounds.list', '{"a":'])
    expect(code).toBe('bad-input')
    expect(message).toMatch(/^输入不符合要求：JSON: .+。请改正后重试。$/)
  })

  test('an unknown key, by its name, in Chinese', async () => {
    const { code, message } = await refusedBy(['call', 'rounds.show', '{"round":"r","colour":"red"}'])
    expect(code).toBe('bad-input')
    expect(message).toMatch(/colour/)
    expect(message).not.toMatch(/Unrecognized|Invalid/)
  })

  test('a demonstration with an even panel, in the sentence of the panel', async () => {
    const { code, message } = await refusedBy(['demo', '--out', scratchFolder(), '--experts', '6', '--packets', '1'])
    expect([code, message]).toEqual(['even-panel', '专家组现有 6 人，是偶数。评审专家须为单数，请增减一人。'])
  })

  test('an option there is none of', async () => {
    expect((await refusedBy(['call', 'rounds.list', '--colour', 'red'])).code).toBe('bad-input')
  })

  test('an input of the wrong kind altogether', async () => {
    for (const given of ['null', '[]', '"words"', '7']) {
      expect((await refusedBy(['call', 'rounds.show', given])).code).toBe('bad-input')
    }
  })
})

describe('schemes', () => {
  const city = path.join(import.meta.dirname, '../fixtures/yangcheng-2030.json')

  test('are listed with coverage and lint, as JSON and as lines for people', async () => {
    const { code, stdout, stderr } = await call(['schemes'])
    expect(code).toBe(0)
    const list = JSON.parse(stdout) as { id: string; lint: { findings: unknown[] } }[]
    expect(list.map(({ id, lint }) => [id, lint.findings.length])).toHaveLength(5)
    expect(stderr).toContain('泸州市市级技能大师工作室建设项目实施管理办法')
    expect(stderr).toContain('条中编入')
  })

  test('a sound file is checked with exit code 0, a broken one with 3 and the place', async () => {
    expect(await call(['schemes', 'check', city])).toMatchObject({ code: 0, stderr: '没有发现问题\n' })
    const broken = JSON.parse(readFileSync(city, 'utf8'))
    broken.rubrics[0].grades[1].from = '85'
    const file = path.join(scratchFolder(), 'broken.json')
    writeFileSync(file, JSON.stringify(broken))
    const { code, stdout, stderr } = await call(['schemes', 'check', file])
    expect(code).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, findings: [{ lint: 'unreachable-grade' }] })
    expect(stderr).toBe(
      '错误  rubrics.rating-table.grades.中等  “中等”从 85 分起，不低于上一等次的 85 分，永远评不到\n',
    )
    expect((await refusedBy(['schemes', 'check', '/nowhere'])).code).toBe('not-found')
  })
})

describe('a round of the store', () => {
  test('is made, listed and verified from the command line', async () => {
    const sample = { title: '2026 年评选', organiser: '某局', scheme: 'urumqi-2023', activity: 'selection' }
    const made = (await answerOf(['call', 'rounds.create', JSON.stringify(sample)])) as { round: string; stage: string }
    expect(made.stage).toBe('import')
    expect(await answerOf(['call', 'rounds.list'])).toMatchObject([{ round: made.round, title: '2026 年评选' }])
    const { entries } = (await answerOf(['call', 'ledger.list', JSON.stringify({ round: made.round })])) as {
      entries: { by: unknown }[]
    }
    expect(entries[0]?.by).toEqual({ role: 'secretariat', name: '秘书处', door: 'command-line' })
    expect(await answerOf(['call', 'ledger.verify', JSON.stringify({ round: made.round })])).toMatchObject({ ok: true })
  })

  test('help is asked for, not refused', async () => {
    const { code, stdout } = await call(['--help'])
    expect(code).toBe(0)
    for (const method of ['packets.import', 'votes.open', 'rules.rank']) expect(stdout).toContain(`  ${method}\n`)
  })
})

describe('a damaged file', () => {
  const room = openTestHost()
  let round: string
  beforeAll(async () => {
    round = (await smallRound(room, { activity: 'selection', upTo: 'material-check' })).round
    // All of the record in one file, as after a clean end.
    room.host.store.round(round).$client.pragma('wal_checkpoint(TRUNCATE)')
    room.host.store.device.$client.pragma('wal_checkpoint(TRUNCATE)')
  })

  /** A copy of the store with one of its files bent. */
  function bent(file: 'device' | 'round', change: (bytes: Buffer) => Buffer): string {
    const folder = scratchFolder()
    const names = { device: 'device.sqlite', round: path.join('rounds', round, 'round.sqlite') }
    for (const kind of ['device', 'round'] as const) {
      const bytes = readFileSync(path.join(room.folder, names[kind]))
      const target = path.join(folder, names[kind])
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, kind === file ? change(bytes) : bytes)
    }
    return folder
  }
  const noise = (bytes: Buffer, from: number) => {
    const copy = Buffer.from(bytes)
    copy.fill(0xa5, Math.min(from, copy.length))
    return copy
  }

  test('the copy itself is sound', async () => {
    const folder = bent('round', (bytes) => bytes)
    expect((await jp(['--store', folder, 'call', 'packets.list', JSON.stringify({ round })])).code).toBe(0)
  })

  test.each([
    ['the device file is no database', 'device', (bytes: Buffer) => noise(bytes, 0)],
    ['the round file is no database', 'round', (bytes: Buffer) => noise(bytes, 0)],
    ['the round file is cut off in its first page', 'round', (bytes: Buffer) => bytes.subarray(0, 1_000)],
    ['the round file is cut off in the middle', 'round', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['everything after the first page is noise', 'round', (bytes: Buffer) => noise(bytes, 4_096)],
    ['the list of tables is noise', 'round', (bytes: Buffer) => noise(bytes, 100)],
  ] as const)('%s: refused with the file, never a crash', async (_, file, change) => {
    const folder = bent(file, change)
    const { code, stdout, stderr } = await jp(['--store', folder, 'call', 'packets.list', JSON.stringify({ round })])
    expect([code, stdout]).toEqual([2, ''])
    expect(JSON.parse(stderr)).toMatchObject({ code: 'damaged-store' })
    expect(stderr).toContain(`${file}.sqlite`)
    expect(stderr).toContain('请从备份恢复。')
  })
})
