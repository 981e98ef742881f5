/** A round as big as they come: nine experts, twelve applications, twenty-eight items, long names and long reasons. */
import { text } from '#core/lang.ts'
import type { ItemView, SheetView } from '#host/api/shapes.ts'
import type { PaperBook } from '#host/papers/book.ts'
import { smallBook } from './small-book.ts'

const said = (zh: string) => text(zh, zh)
const surnames = '王李张刘陈杨赵黄周吴徐孙'
const trades = [
  '城市轨道交通列车检修工',
  '焊工',
  '数控机床装调维修工',
  '中式烹调师（民族特色餐饮方向）',
  '电工',
  '汽车维修工',
  '化学检验员',
  '起重装卸机械操作工',
  '工业机器人系统运维员',
  '手工地毯制作工',
  '钳工',
  '电梯安装维修工',
]
const experts = Array.from({ length: 9 }, (_, at) => ({
  expert: `e${at + 1}`,
  seat: at + 1,
  name: at === 4 ? '阿不都热西提·买买提明' : `${surnames[at]}样例${at + 1}`,
}))
const applications = trades.map((occupation, at) => ({
  packet: `p${at + 1}`,
  no: at + 1,
  workshop: `${surnames[at]}样例${occupation.replace(/（.*/, '')}技能大师工作室`,
  unit: at % 3 === 0 ? '样例自治区轨道交通装备制造集团有限责任公司第二检修分公司' : `样例${at + 1}公司`,
  leader: at === 7 ? '古丽·样例' : `${surnames[at]}样例`,
  occupation,
}))
const longReason =
  '提供的岗位职责文件只有目录，没有落实到人；第二年度的人员分工表缺失，且与花名册中的人员不一致，现场询问时也未能说明，按评分标准视情扣分。'
const blocks = [
  ['A', '制度建设', 5],
  ['B', '保障建设', 5],
  ['C', '技术攻关、研发', 6],
  ['D', '带徒传艺', 4],
  ['E', '技术交流', 4],
  ['F', '加分项目', 4],
] as const

function isRecused(expert: number, application: number): boolean {
  return (expert === 3 && application === 5) || (expert === 7 && application === 9)
}

/** Judgement items are the first two of every block; the others follow from facts. */
function itemOf(block: string, index: number, seat: number, no: number): ItemView {
  const id = `${block}${index + 1}`
  const judged = index < 2 && block !== 'F'
  const deduct = judged ? ((seat * 7 + no * 5 + index * 3) % 5) / 2 : 0
  const base = {
    id,
    name: said(`${id} 建立组织体系，明确岗位及成员职责，制定并张贴管理规定`.slice(3)),
    max: '4',
    criterion: said('未建立不得分；不完整视情扣分，每少一项扣 0.5 分'),
    maxDeduct: judged ? '4' : null,
    mustDeduct: false,
    isFar: false,
  }
  const points = (4 - deduct - (judged ? 0 : (no * (index + 1)) % 3)).toFixed(2).replace(/\.?0+$/, '')
  if (judged) {
    const pins = [
      { file: 'f'.repeat(64), page: no },
      { file: 'f'.repeat(64), page: no + 12 },
    ]
    return {
      ...base,
      kind: 'judgement',
      points,
      derivation: null,
      facts: [],
      judgement: {
        deduct: String(deduct),
        reason: (seat + no) % 4 === 0 ? longReason : '材料不完整，缺少年度总结。',
        pins,
      },
    }
  }
  const facts = Array.from({ length: index === 2 ? 2 : 1 }, (_, at) => ({
    key: `${id}_${at}`,
    item: id,
    name: said('建设周期内申办单位配套资金到账金额'),
    type: 'decimal' as const,
    unit: said('万元'),
    proofHint: said('凭证'),
    value: `${7 + no}.4`,
    proof: { file: 'f'.repeat(64), page: 3 + at },
    note: at === 1 ? '以银行回单为准' : '',
    visit: at === 1 ? 'v1' : null,
    at: null,
  }))
  return {
    ...base,
    kind: 'fact',
    points,
    derivation: said(
      `“配套资金”为 ${7 + no}.4 万元，比 10 万元少 2.6 万元，每少 1 万元扣 2 分，4 − 2.6 × 2 = ${points}，得 ${points} 分`,
    ),
    facts,
    judgement: null,
  }
}

function sheetOf(at: number, expert: (typeof experts)[number]): SheetView {
  const application = applications[at] as (typeof applications)[number]
  const views = blocks.map(([id, name, count]) => {
    const items = Array.from({ length: count }, (_, index) => itemOf(id, index, expert.seat, application.no))
    const subtotal = items.reduce((total, item) => total + Number(item.points), 0)
    return { id, name: said(name), bonus: id === 'F', subtotal: String(subtotal), max: String(count * 4), items }
  })
  const sum = (bonus: boolean) =>
    views.filter((view) => view.bonus === bonus).reduce((total, view) => total + Number(view.subtotal), 0)
  const model = smallBook.sheets[0] as SheetView
  return {
    ...model,
    ...application,
    items: 28,
    total: String(sum(false) + sum(true)),
    base: String(sum(false)),
    bonus: String(sum(true)),
    expert: expert.expert,
    expertName: expert.name,
    seat: expert.seat,
    blocks: views,
    grade: sum(false) >= 70 ? '优秀' : '合格',
    opinion:
      at % 5 === 0
        ? `该工作室${longReason}${longReason}总体符合申报条件，建议在带徒协议和成果推广方面继续完善。`
        : '总体符合条件，同意推荐。',
    files: model.files.map((file) => ({ ...file, name: '样例自治区轨道交通装备制造集团证明材料汇编（第二册）.pdf' })),
  }
}

const sheets = experts.flatMap((expert, e) =>
  applications.flatMap((_, a) => (isRecused(e, a) ? [] : [sheetOf(a, expert)])),
)

const rows = applications.map((application, a) => {
  const model = smallBook.result.rows[a % 3] as (typeof smallBook.result.rows)[number]
  const scores = experts.map(({ expert }, e) => ({
    expert,
    total: sheets.find((sheet) => sheet.expert === expert && sheet.packet === application.packet)?.total ?? null,
    state: isRecused(e, a) ? ('recused' as const) : ('submitted' as const),
    enteredBy: null,
  }))
  const totals = scores.flatMap(({ total }) => (total === null ? [] : [Number(total)])).toSorted((x, y) => x - y)
  const mean = (totals.reduce((total, each) => total + each, 0) / totals.length).toFixed(2)
  const [min, max] = [totals[0] ?? 0, totals.at(-1) ?? 0]
  return {
    ...model,
    ...application,
    scores,
    counted: totals.length,
    exact: '123456789/1234567',
    shown: mean,
    mean,
    trimmed: mean,
    median: String(totals[4] ?? 0),
    spread: { min: String(min), max: String(max), range: String(max - min), deviation: '1.47' },
    rank: a + 1,
    tied: a === 3 || a === 4,
    gradeConflict: a === 6,
    gradeOnBase: said('合格'),
  }
})

const longMinutes = Array.from(
  { length: 30 },
  (_, at) => `${at + 1}. 专家组听取汇报、查阅材料、质询后认为：${longReason}`,
).join('\n')

/** The book. Its figures are made up by a formula: it is for looking at pages, not for checking numbers. */
export const bigBook: PaperBook = {
  ...smallBook,
  round: {
    ...smallBook.round,
    title: '2026年度样例自治区样例市市级技能大师工作室期满考核暨新建工作室评选（第一批次）',
    organiser: '样例自治区样例市人力资源和社会保障局职业能力建设处',
  },
  sheets,
  panel: {
    ...smallBook.panel,
    members: experts.map((expert, at) => ({
      ...(smallBook.panel.members[at % 5] as (typeof smallBook.panel.members)[number]),
      ...expert,
      chair: at === 0,
      phone: `138000090${10 + at}`,
      unit: at % 4 === 0 ? '样例自治区轨道交通装备制造集团有限责任公司培训中心' : '样例职业大学机电工程学院',
      post: at % 2 === 0 ? '副会长、正高级工程师、高级技师' : '教授',
    })),
    experts: [],
    applications: applications.map(({ packet, no, workshop }) => ({
      packet,
      no,
      workshop,
      active: 9,
      valid: true,
      problems: [],
    })),
    recusals: [
      { packet: 'p6', expert: 'e4', kind: 'same-unit', note: '两年前在申报单位任技术顾问，领取过报酬。' },
      { packet: 'p10', expert: 'e8', kind: 'teacher-or-student', note: '' },
    ],
  },
  result: {
    ...smallBook.result,
    seats: experts,
    rows,
    consensus: smallBook.result.consensus && {
      ...smallBook.result.consensus,
      applicants: 10,
      experts: 9,
      severity: experts.map(({ expert, name }, at) => ({
        expert,
        name,
        mean: `8${at}.25`,
        offset: at % 2 ? '-1.25' : '0.75',
        deviation: '6.40',
      })),
      leaveOneOut: experts.map(({ expert, name }, at) => ({
        expert,
        name,
        changes: at === 2,
        text: said(at === 2 ? '去掉后 3号 由第 3 名升为第 2 名，2号 由第 2 名降为第 3 名，其余不变' : '名次不变'),
      })),
    },
  },
  visits: applications.map((application, at) => ({
    ...(smallBook.visits[at % 2] as (typeof smallBook.visits)[number]),
    ...application,
    opinion: longReason,
  })),
  minutes: applications.map((application, at) => ({
    ...(smallBook.minutes[at % 2] as (typeof smallBook.minutes)[number]),
    ...application,
    text: at === 2 ? longMinutes : `专家组认为：${longReason}`,
  })),
  votes: {
    ...smallBook.votes,
    votes: applications.map((application, at) => ({
      ...(smallBook.votes.votes[at % 3] as (typeof smallBook.votes.votes)[number]),
      ...application,
      ballots: experts.map((expert, seat) => ({
        ...expert,
        second: '',
        state: isRecused(seat, at) ? ('recused' as const) : ('voted' as const),
        choice: isRecused(seat, at)
          ? null
          : ((['for', 'for', 'against', 'abstain'] as const)[(seat + at) % 4] ?? 'for'),
      })),
    })),
  },
}
