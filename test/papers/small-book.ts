/**
 * A round small enough to be checked by hand: five experts, three applications, one recusal, one tie, one dissent.
 * 1号 and 2号 both have 452.5 / 5 = 90.5; 3号 has 247.5 / 4 = 61.875, because 样例专家二 keeps away from it.
 */
import { text } from '#core/lang.ts'
import type { ItemView, ResultRow, SheetView, VoteView } from '#host/api/shapes.ts'
import type { PaperBook } from '#host/papers/book.ts'

const head = '0123456789abcdef'.repeat(4)
const proofFile = 'f'.repeat(64)
const names = ['样例专家一', '样例专家二', '样例专家三', '样例专家四', '样例专家五'] as const
const experts = names.map((name, at) => ({ expert: `e${at + 1}`, seat: at + 1, name }))
const said = (zh: string) => text(zh, zh)

const applications = [
  { packet: 'p1', no: 1, workshop: '样例甲电工技能大师工作室', unit: '样例甲电力公司', leader: '王样例', occupation: '电工' },
  { packet: 'p2', no: 2, workshop: '样例乙焊工技能大师工作室', unit: '样例乙制造公司', leader: '李样例', occupation: '焊工' },
  { packet: 'p3', no: 3, workshop: '样例丙钳工技能大师工作室', unit: '样例丙机械公司', leader: '赵样例', occupation: '钳工' },
] as const
type Application = (typeof applications)[number]

/** Points of A1 by expert; null is recused. A2, B1 and F2 follow from facts. */
const marks: Record<Application['packet'], { a1: (string | null)[]; totals: (string | null)[]; a2: string; b1: string; f2: string }> = {
  p1: { a1: ['20', '18', '17.5', '19', '18'], totals: ['92', '90', '89.5', '91', '90'], a2: '20', b1: '50', f2: '2' },
  p2: { a1: ['18', '18', '17', '19', '18'], totals: ['90.5', '90.5', '89.5', '91.5', '90.5'], a2: '20', b1: '52.5', f2: '0' },
  p3: { a1: ['10', null, '12', '11', '14.5'], totals: ['60', null, '62', '61', '64.5'], a2: '0', b1: '50', f2: '0' },
}
const deductions: Record<string, string> = {
  '20': '0', '19': '1', '18': '2', '17.5': '2.5', '17': '3', '14.5': '5.5', '12': '8', '11': '9', '10': '10',
}
const bases: Record<string, string> = { '92': '90', '90': '88', '89.5': '87.5', '91': '89' }

function fact(item: Pick<ItemView, 'id' | 'max' | 'points'>, name: string, value: boolean | string, because: string): ItemView {
  return {
    ...item,
    name: said(name),
    criterion: said(`${name}，没有不得分`),
    kind: 'fact',
    derivation: said(because),
    facts: [
      {
        key: `${item.id}_fact`,
        item: item.id,
        name: said(name),
        type: typeof value === 'boolean' ? 'yes-no' : 'decimal',
        unit: typeof value === 'boolean' ? null : said('万元'),
        proofHint: said('凭证'),
        value,
        proof: { file: proofFile, page: 3 },
        note: '',
        visit: null,
        at: '2026-11-18T09:00:00+08:00',
      },
    ],
    judgement: null,
    maxDeduct: null,
  }
}

function sheetOf(application: Application, seat: number): SheetView[] {
  const given = marks[application.packet]
  const [a1, total] = [given.a1[seat - 1], given.totals[seat - 1]]
  const member = experts[seat - 1]
  if (!a1 || !total || !member) return []
  const judged: ItemView = {
    id: 'A1',
    name: said('建立组织体系'),
    max: '20',
    criterion: said('不完整视情扣分'),
    kind: 'judgement',
    points: a1,
    derivation: null,
    facts: [],
    judgement: {
      deduct: deductions[a1] ?? '0',
      reason: a1 === '20' ? '' : '岗位职责没有落实到人',
      pins: a1 === '20' ? [] : [{ file: proofFile, page: 7 }, { file: proofFile, page: 5 }],
    },
    maxDeduct: '20',
  }
  const a2 = fact({ id: 'A2', max: '20', points: given.a2 }, '年度计划', given.a2 === '20', given.a2 === '20' ? '有“年度计划”，得 20 分' : '没有“年度计划”，得 0 分')
  const b1 = fact({ id: 'B1', max: '60', points: given.b1 }, '配套资金', given.b1 === '50' ? '5' : '6.25', `按出资计，得 ${given.b1} 分`)
  const f2 = fact({ id: 'F2', max: '2', points: given.f2 }, '媒体报道', given.f2 === '2', `得 ${given.f2} 分`)
  const base = bases[total] && given.f2 === '2' ? (bases[total] ?? total) : total
  return [
    {
      ...application,
      state: 'submitted',
      open: 0,
      items: 4,
      total,
      returned: null,
      expert: member.expert,
      expertName: member.name,
      seat,
      blocks: [
        { id: 'A', name: said('制度建设'), bonus: false, subtotal: String(Number(a1) + Number(given.a2)), max: '40', items: [judged, a2] },
        { id: 'B', name: said('保障建设'), bonus: false, subtotal: given.b1, max: '60', items: [b1] },
        { id: 'F', name: said('加分项目'), bonus: true, subtotal: given.f2, max: '2', items: [f2] },
      ],
      base,
      bonus: given.f2,
      grade: Number(total) >= 90 ? '优秀' : '合格',
      opinion: `${application.leader}的工作室有基础。`,
      openItems: [],
      savedAt: '2026-11-19T10:00:00+08:00',
      submittedAt: '2026-11-19T10:30:00+08:00',
      entryHash: 'ab12'.repeat(16),
      rubricTitle: said('样例评分标准'),
      rubricClause: '附件2',
      fieldViews: [],
      files: [
        { sha256: proofFile, name: '证明材料.pdf', kind: 'pdf', mime: 'application/pdf', size: 1, pages: 9, problem: null, problemText: null },
      ],
    },
  ]
}

type Ballots = ('for' | 'against' | 'abstain' | 'recused' | 'absent')[]

function voteOf(application: Application, needed: number, ballots: Ballots): VoteView {
  const count = (choice: string) => ballots.filter((ballot) => ballot === choice).length
  const tally = { for: count('for'), against: count('against'), abstain: count('abstain') }
  const passed = tally.for >= needed
  return {
    ...application,
    state: 'closed',
    appointed: 5,
    recused: count('recused'),
    entitled: 5 - count('recused'),
    present: 5 - count('recused') - count('absent'),
    needed,
    rule: said('同意票达到到会人数的三分之二为通过'),
    adoptedAt: '2026-11-17T15:00:00+08:00',
    ballots: ballots.map((ballot, at) => ({
      expert: `e${at + 1}`,
      seat: at + 1,
      name: names[at] ?? '',
      state: ballot === 'recused' || ballot === 'absent' ? ballot : 'voted',
      choice: ballot === 'recused' || ballot === 'absent' ? null : ballot,
    })),
    tally: { ...tally, passed, sentence: said(`需要 ${needed} 票，同意 ${tally.for} 票，${passed ? '通过' : '未通过'}。`) },
  }
}

const votes = [
  voteOf(applications[0], 4, ['for', 'for', 'for', 'for', 'against']),
  voteOf(applications[1], 4, ['for', 'for', 'for', 'against', 'abstain']),
  voteOf(applications[2], 2, ['for', 'recused', 'against', 'against', 'absent']),
]

type Figures = Pick<ResultRow, 'exact' | 'shown' | 'mean' | 'trimmed' | 'median' | 'spread' | 'rank' | 'tied'> & { counted: number }

function rowOf(at: 0 | 1 | 2, figures: Figures): ResultRow {
  const application = applications[at]
  const vote = votes[at]
  const passed = vote?.tally?.passed ?? false
  const grade = said(at === 2 ? '合格' : '优秀')
  return {
    ...application,
    ...figures,
    scores: experts.map(({ expert }, seat) => {
      const total = marks[application.packet].totals[seat] ?? null
      return { expert, total, state: total === null ? 'recused' : 'submitted', enteredBy: total === null ? null : 'seat' }
    }),
    grade,
    gradeOnBase: grade,
    gradeConflict: false,
    vote: vote?.tally ? { ...vote.tally, needed: vote.needed } : null,
    decision: passed ? said('建议入选') : said('未入选'),
    decisionCode: passed ? 'selected' : 'not-selected',
  }
}

const rows = [
  rowOf(0, {
    counted: 5, exact: '181/2', shown: '90.50', mean: '90.50', trimmed: '90.33', median: '90.00', rank: 1, tied: true,
    spread: { min: '89.5', max: '92', range: '2.5', deviation: '1.00' },
  }),
  rowOf(1, {
    counted: 5, exact: '181/2', shown: '90.50', mean: '90.50', trimmed: '90.50', median: '90.50', rank: 1, tied: true,
    spread: { min: '89.5', max: '91.5', range: '2', deviation: '0.71' },
  }),
  rowOf(2, {
    counted: 4, exact: '495/8', shown: '61.88', mean: '61.88', trimmed: null, median: '61.50', rank: 3, tied: false,
    spread: { min: '60', max: '64.5', range: '4.5', deviation: '1.93' },
  }),
]

const members = experts.map(({ expert, seat, name }) => ({
  expert,
  seat,
  name,
  unit: expert === 'e2' ? '样例丙机械公司' : `样例单位${seat}`,
  post: '高级技师',
  phone: `1380000900${seat}`,
  sourceKind: '行业',
  specialty: '机械',
  chair: seat === 1,
  declared: true,
  present: true,
  lastHeard: null,
  joined: true,
}))

const choice = { why: said('文件没有规定'), frozen: true, note: '' }

/** The book. Not to be changed by a test: copy it with what the story needs. */
export const smallBook: PaperBook = {
  schemeVersion: 1,
  madeAt: '2026-11-21T14:05:00+08:00',
  round: {
    round: 'r-small',
    title: '2026年样例市技能大师工作室评选',
    organiser: '样例市人力资源和社会保障局',
    scheme: 'urumqi-2023',
    schemeShort: said('样例办法'),
    schemeTitle: said('样例市技能大师工作室建设管理办法'),
    documentNumber: '样人社规〔2023〕1号',
    document: { number: '样人社规〔2023〕1号', issuer: '样例市人社局', issued: '2023-08-28', validFrom: '2023-08-28', validTo: null },
    activity: 'selection',
    activityName: said('评选'),
    stage: 'export',
    stageName: said('签名导出'),
    packets: 3,
    experts: 5,
    createdAt: '2026-11-16T09:00:00+08:00',
    sample: true,
    withRubric: true,
    withVote: true,
    stages: [],
    choices: [
      { ...choice, id: 'aggregation', name: said('汇总方法'), value: 'mean', shown: said('平均分'), adoptedAt: '2026-11-17T14:30:00+08:00' },
      { ...choice, id: 'vote-rule', name: said('表决规则'), value: null, shown: said('三分之二'), adoptedAt: '2026-11-17T15:00:00+08:00', note: '局党组会议纪要' },
    ],
    missing: [],
    warnings: [],
    ledger: { entries: 57, head },
    frozen: true,
  },
  panel: {
    constituted: true,
    members,
    experts: members,
    problems: [],
    warnings: [],
    applications: applications.map(({ packet, no, workshop }) => ({
      packet, no, workshop, active: no === 3 ? 4 : 5, valid: no !== 3, problems: no === 3 ? [said('回避后为 4 人，是偶数')] : [],
    })),
    recusals: [{ packet: 'p3', expert: 'e2', kind: 'same-unit', note: '本人在申报单位工作' }],
    suggested: [],
  },
  result: {
    round: 'r-small',
    ready: true,
    frozen: true,
    frozenAt: '2026-11-21T13:50:00+08:00',
    missing: [],
    aggregation: said('全部有效评分的平均分'),
    withRubric: true,
    withVote: true,
    seats: experts,
    rows,
    consensus: {
      kendallW: { corrected: '0.8125', uncorrected: '0.7500' },
      sentence: said('专家意见较为一致。'),
      applicants: 2,
      experts: 5,
      severity: [
        { expert: 'e1', name: '样例专家一', mean: '80.83', offset: '-1.49' },
        { expert: 'e2', name: '样例专家二', mean: '90.25', offset: '7.93' },
        { expert: 'e3', name: '样例专家三', mean: '80.33', offset: '-1.99' },
        { expert: 'e4', name: '样例专家四', mean: '81.17', offset: '-1.15' },
        { expert: 'e5', name: '样例专家五', mean: '81.67', offset: '-0.65' },
      ],
      leaveOneOut: experts.map(({ expert, name }) => ({ expert, name, changes: expert === 'e1', text: said(expert === 'e1' ? '2号升为第 1 名' : '名次不变') })),
    },
  },
  sheets: experts.flatMap(({ seat }) => applications.flatMap((application) => sheetOf(application, seat))),
  visits: [
    {
      ...applications[0], recorded: true, date: '2026-11-20', place: '样例甲电力公司实训中心', present: ['e1', 'e3', '样例市人社局 张样例'],
      opinion: '场地、设备与申报一致。',
      findings: [{ fact: 'B1_fact', name: said('配套资金'), claimed: '4', seen: '5', note: '补交到账回单' }],
      at: '2026-11-20T17:00:00+08:00',
    },
    { ...applications[1], recorded: true, date: '2026-11-20', place: '样例乙制造公司', present: ['e2'], opinion: '符合。', findings: [], at: '2026-11-20T18:00:00+08:00' },
    { ...applications[2], recorded: false, date: null, place: '', present: [], opinion: '', findings: [], at: null },
  ],
  minutes: [
    { ...applications[0], recorded: true, text: '专家组认为该工作室带徒成效明显。', dissents: [], at: '2026-11-21T10:00:00+08:00' },
    {
      ...applications[1], recorded: true, text: '专家组认为该工作室设备较好，成果推广不足。',
      dissents: [{ expert: 'e4', name: '样例专家四', text: '我认为配套资金的凭证不足，不同意按 52.5 分计。' }],
      at: '2026-11-21T10:20:00+08:00',
    },
    { ...applications[2], recorded: true, text: '制度不健全。', dissents: [], at: '2026-11-21T10:40:00+08:00' },
  ],
  votes: { ruleAdopted: true, rule: said('同意票达到到会人数的三分之二为通过'), votes, present: ['e1', 'e2', 'e3', 'e4', 'e5'] },
}
