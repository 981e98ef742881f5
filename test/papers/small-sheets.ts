/** The score sheets of the small round: one item is judged, three follow from facts. */
import type { ItemView, SheetView } from '#host/api/shapes.ts'
import { type Application, experts, said } from './small-people.ts'

const proofFile = 'f'.repeat(64)

/** Points of A1 by expert; null is recused. A2, B1 and F2 follow from facts. */
export const marks: Record<
  Application['packet'],
  { a1: (string | null)[]; totals: (string | null)[]; a2: string; b1: string; f2: string }
> = {
  p1: { a1: ['20', '18', '17.5', '19', '18'], totals: ['92', '90', '89.5', '91', '90'], a2: '20', b1: '50', f2: '2' },
  p2: {
    a1: ['18', '18', '17', '19', '18'],
    totals: ['90.5', '90.5', '89.5', '91.5', '90.5'],
    a2: '20',
    b1: '52.5',
    f2: '0',
  },
  p3: { a1: ['10', null, '12', '11', '14.5'], totals: ['60', null, '62', '61', '64.5'], a2: '0', b1: '50', f2: '0' },
}
const deductions: Record<string, string> = {
  '20': '0',
  '19': '1',
  '18': '2',
  '17.5': '2.5',
  '17': '3',
  '14.5': '5.5',
  '12': '8',
  '11': '9',
  '10': '10',
}
const bases: Record<string, string> = { '92': '90', '90': '88', '89.5': '87.5', '91': '89' }

function fact(
  item: Pick<ItemView, 'id' | 'max' | 'points'>,
  name: string,
  value: boolean | string,
  because: string,
): ItemView {
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
    mustDeduct: false,
    isFar: false,
  }
}

/** The sheet of one seat; none where it is recused. */
export function sheetOf(application: Application, seat: number): SheetView[] {
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
      pins:
        a1 === '20'
          ? []
          : [
              { file: proofFile, page: 7 },
              { file: proofFile, page: 5 },
            ],
    },
    maxDeduct: '20',
    mustDeduct: false,
    isFar: false,
  }
  const a2 = fact(
    { id: 'A2', max: '20', points: given.a2 },
    '年度计划',
    given.a2 === '20',
    given.a2 === '20' ? '有“年度计划”，得 20 分' : '没有“年度计划”，得 0 分',
  )
  const b1 = fact(
    { id: 'B1', max: '60', points: given.b1 },
    '配套资金',
    given.b1 === '50' ? '5' : '6.25',
    `按出资计，得 ${given.b1} 分`,
  )
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
      // The third expert looked again at the first application and stayed.
      looks:
        seat === 3 && application.packet === 'p1'
          ? [
              {
                item: 'A1',
                from: '18',
                to: '17.5',
                reason: '再看一遍，岗位职责仍未落实',
                at: '2026-11-18T09:30:00.000Z',
              },
            ]
          : [],
      // The second expert's power was cut; two clerks entered the paper sheet.
      paper:
        seat === 2 && application.packet === 'p1'
          ? { first: '样例录入甲', second: '样例录入乙', scan: '扫描-02' }
          : null,
      expert: member.expert,
      expertName: member.name,
      seat,
      blocks: [
        {
          id: 'A',
          name: said('制度建设'),
          bonus: false,
          subtotal: String(Number(a1) + Number(given.a2)),
          max: '40',
          items: [judged, a2],
        },
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
      reopened: false,
      versions: [],
      doubts: [],
      rubricTitle: said('样例评分标准'),
      rubricClause: '附件2',
      fieldViews: [],
      files: [
        {
          sha256: proofFile,
          name: '证明材料.pdf',
          kind: 'pdf',
          mime: 'application/pdf',
          size: 1,
          pages: 9,
          problem: null,
          problemText: null,
        },
      ],
    },
  ]
}
