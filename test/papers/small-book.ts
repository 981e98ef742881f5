/**
 * A round small enough to be checked by hand: five experts, three applications, one recusal, one tie, one dissent.
 * 1号 and 2号 both have 452.5 / 5 = 90.5; 3号 has 247.5 / 4 = 61.875, because 样例专家二 keeps away from it.
 */
import type { Scheme } from '#core/scheme/scheme.ts'
import type { VisitPhoto } from '#core/visits/record.ts'
import type { VisitView } from '#host/api/shapes.ts'
import type { PaperBook } from '#host/papers/book.ts'
import scheme from '#schemes/urumqi-2023/scheme.json' with { type: 'json' }
import { applications, experts, said } from './small-people.ts'
import { rows } from './small-rows.ts'
import { sheetOf } from './small-sheets.ts'
import { votes } from './small-votes.ts'

const head = '0123456789abcdef'.repeat(4)

const bareVisit: Omit<VisitView, 'packet' | 'no' | 'workshop'> = {
  recorded: false,
  date: null,
  place: '',
  present: [],
  opinion: '',
  findings: [],
  at: null,
  visit: '',
  record: '',
  by: '',
  begun: null,
  ended: null,
  team: [],
  checks: [],
  measures: [],
  photos: [],
  struck: [],
  without: [],
  follows: [],
  signatures: [],
  plan: null,
  devices: [],
  points: [],
}

/** A JPEG of 8 × 6 pixels, all of one grey. */
const smallPhoto = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAB/9k=',
  'base64',
)

const visitPhotos: VisitPhoto[] = [1, 2, 4, 5].map((no) => ({
  sha256: `${no}`.repeat(64),
  size: 1_000 + no,
  width: 800,
  height: 600,
  turn: 0,
  taken: no === 5 ? null : `2026-11-20T10:0${no}:30`,
  noted: '2026-11-20T02:20:00.000Z',
  clockAhead: 0,
  seat: 1,
  no,
  caption: `样例照片 ${no}`,
  about: null,
  original: no === 2 ? { sha256: 'f'.repeat(64), size: 20_000_000, width: 8_000, height: 6_000 } : null,
}))

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

const choice = { why: said('文件没有规定'), frozen: true, note: '', offered: [], optional: false }

/** The book. Not to be changed by a test: copy it with what the story needs. */
/** Minutes without speakers and motions. */
const nothingMore = { seats: [], present: [], speakers: [], motions: [] }

export const smallBook: PaperBook = {
  publication: null,
  packets: applications.map((application) => ({
    ...application,
    state: 'accepted',
    note: '材料齐全',
    missing: [],
    corrections: application.no === 2 ? [{ label: '手机号码', from: '', to: '见证明材料', reason: '表内空缺' }] : [],
    form: null,
    trail: [],
  })),
  schemeVersion: 1,
  madeAt: '2026-11-21T14:05:00+08:00',
  signing: null,
  money: null,
  entries: [],
  scheme: scheme as Scheme,
  round: {
    round: 'r-small',
    title: '2026年样例市技能大师工作室评选',
    organiser: '样例市人力资源和社会保障局',
    scheme: 'urumqi-2023',
    schemeShort: said('样例办法'),
    schemeTitle: said('样例市技能大师工作室建设管理办法'),
    documentNumber: '样人社规〔2023〕1号',
    document: {
      number: '样人社规〔2023〕1号',
      issuer: '样例市人社局',
      issued: '2023-08-28',
      validFrom: '2023-08-28',
      validTo: null,
      kind: 'standing-rule',
    },
    activity: 'selection',
    activityName: said('评选'),
    stage: 'export',
    stageName: said('签名导出'),
    packets: 3,
    experts: 5,
    createdAt: '2026-11-16T09:00:00+08:00',
    sample: true,
    withRubric: true,
    blocks: [],
    withVote: true,
    decision: 'vote',
    stages: [],
    choices: [
      {
        ...choice,
        id: 'aggregation',
        name: said('汇总方法'),
        value: 'mean',
        shown: said('平均分'),
        adoptedAt: '2026-11-17T14:30:00+08:00',
      },
      {
        ...choice,
        id: 'vote-rule',
        name: said('表决规则'),
        value: null,
        shown: said('三分之二'),
        adoptedAt: '2026-11-17T15:00:00+08:00',
        note: '局党组会议纪要',
      },
    ],
    missing: [],
    warnings: [],
    ledger: { entries: 57, head },

    frozen: true,
  },
  panel: {
    constituted: true,
    wanted: { minimum: 5, parity: 'odd' },
    chair: null,
    members,
    alternates: [],
    officers: [],
    experts: members,
    problems: [],
    warnings: [],
    applications: applications.map(({ packet, no, workshop }) => ({
      packet,
      no,
      workshop,
      active: no === 3 ? 4 : 5,
      valid: no !== 3,
      problems: no === 3 ? [said('回避后为 4 人，是偶数')] : [],
    })),
    recusals: [{ packet: 'p3', expert: 'e2', kind: 'same-unit', note: '本人在申报单位工作' }],
    suggested: [],
  },
  attendance: [
    { expert: 'e3', name: '样例专家三', event: 'late', time: '2026-11-21T09:10:00+08:00', how: 'hand' },
    { expert: 'e4', name: '样例专家四', event: 'arrived', time: '2026-11-21T08:50:00+08:00', how: 'seat' },
  ],
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
    weighed: false,
    outside: [],
    line: null,
    kendallW: { corrected: '0.8125', uncorrected: '0.7500' },
    consensus: {
      kendallW: { corrected: '0.8125', uncorrected: '0.7500' },
      icc: { single: '0.6420', panel: '0.8996' },
      trimming: said('去掉或不去掉最高分、最低分，名次都不变。'),
      outliers: [{ expert: 'e5', name: '样例专家五', packet: 'p3', no: 3, score: '64.5', expected: '61.25' }],
      items: [{ item: 'A1', name: said('建立组织体系'), max: '20', same: '40', range: '2.50' }],
      intervals: applications.map(({ packet, no }) => ({
        packet,
        no,
        rank: no === 3 ? 3 : 1,
        low: no === 3 ? 3 : 1,
        high: no === 3 ? 3 : 2,
      })),
      draw: { seed: 7, times: 1000 },
      sentence: said('专家意见较为一致。'),
      applicants: 2,
      experts: 5,
      severity: [
        { expert: 'e1', name: '样例专家一', mean: '80.83', offset: '-1.49', deviation: '1.20' },
        { expert: 'e2', name: '样例专家二', mean: '90.25', offset: '7.93', deviation: '1.20' },
        { expert: 'e3', name: '样例专家三', mean: '80.33', offset: '-1.99', deviation: '1.20' },
        { expert: 'e4', name: '样例专家四', mean: '81.17', offset: '-1.15', deviation: '1.20' },
        { expert: 'e5', name: '样例专家五', mean: '81.67', offset: '-0.65', deviation: '1.20' },
      ],
      leaveOneOut: experts.map(({ expert, name }) => ({
        expert,
        name,
        changes: expert === 'e1',
        text: said(expert === 'e1' ? '2号升为第 1 名' : '名次不变'),
      })),
    },
  },
  sheets: experts.flatMap(({ seat }) => applications.flatMap((application) => sheetOf(application, seat))),
  visits: [
    {
      ...bareVisit,
      ...applications[0],
      recorded: true,
      date: '2026-11-20',
      place: '样例甲电力公司实训中心',
      present: ['e1', 'e3', '样例市人社局 张样例'],
      opinion: '场地、设备与申报一致。',
      findings: [{ fact: 'B1_fact', name: said('配套资金'), claimed: '4', seen: '5', note: '补交到账回单' }],
      at: '2026-11-20T17:00:00+08:00',
      visit: 'visit-1',
      record: head,
      by: '样例专家一',
      begun: '10:05',
      ended: '11:20',
      team: [
        { expert: 'e1', name: '样例专家一', arrived: '09:58' },
        { expert: 'e3', name: '样例专家三', arrived: '10:02' },
        { expert: 'e4', name: '样例专家四', arrived: null },
      ],
      checks: [{ about: 'C1', name: said('技术攻关'), claimed: '3 项', seen: '见到 3 份原件', verdict: 'agrees' }],
      measures: [{ name: '工作室面积', value: '36.40', unit: '㎡', claimed: '36', note: '激光测距' }],
      photos: visitPhotos,
      struck: [{ seat: 1, no: 3, reason: '拍糊了' }],
      follows: [
        {
          item: 'B1',
          name: said('配套资金'),
          max: '20',
          before: '8',
          after: '10',
          because: said('5 万元，少 5 万元，20 − 2×5 ＝ 10'),
        },
      ],
      signatures: [{ expert: 'e1', name: '样例专家一', answer: 'agree', text: '', at: '2026-11-20T17:10:00+08:00' }],
    },
    {
      ...bareVisit,
      ...applications[1],
      recorded: true,
      date: '2026-11-20',
      place: '样例乙制造公司',
      present: ['e2'],
      opinion: '符合。',
      findings: [],
      at: '2026-11-20T18:00:00+08:00',
    },
    { ...bareVisit, ...applications[2] },
  ],
  visitThumbs: new Map(visitPhotos.map(({ sha256 }) => [sha256, smallPhoto])),
  minutes: [
    {
      ...applications[0],
      recorded: true,
      ...nothingMore,
      text: '专家组认为该工作室带徒成效明显。',
      dissents: [],
      at: '2026-11-21T10:00:00+08:00',
    },
    {
      ...applications[1],
      recorded: true,
      ...nothingMore,
      text: '专家组认为该工作室设备较好，成果推广不足。',
      dissents: [{ expert: 'e4', name: '样例专家四', text: '我认为配套资金的凭证不足，不同意按 52.5 分计。' }],
      at: '2026-11-21T10:20:00+08:00',
    },
    {
      ...applications[2],
      recorded: true,
      ...nothingMore,
      text: '制度不健全。',
      dissents: [],
      at: '2026-11-21T10:40:00+08:00',
    },
  ],
  votes: {
    ruleAdopted: true,
    rule: said('同意票达到到会人数的三分之二为通过'),
    votes,
    present: ['e1', 'e2', 'e3', 'e4', 'e5'],
  },
}
