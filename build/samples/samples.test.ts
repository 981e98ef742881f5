import { describe, expect, test } from 'vitest'
import { applicants, testIdNumber } from './applicants.ts'
import type { Pen } from './pen.ts'
import { type Photo, photosOf } from './photo.ts'
import { type Applicant, type FactKey, factKeys, isNothing, pageProving, pagesOf, sourceName } from './plan.ts'
import { drawPage } from './proof-pages.ts'

/** A pen that only remembers what was written. */
function listeningPen(written: string[]): Pen {
  const nothing = () => undefined
  return {
    text: (words) => void written.push(words),
    widthOf: (words, ink) => words.length * (ink?.size ?? 11),
    line: nothing,
    rect: nothing,
    polygon: nothing,
    circle: nothing,
    picture: nothing,
    turned: (_x, _y, _degrees, draw) => draw(),
  }
}

function wordsOnPage(applicant: Applicant, page: number, photos: readonly Photo[]): string {
  const kind = pagesOf(applicant)[page - 1]
  if (!kind) throw new Error(`no page ${page}`)
  const written: string[] = []
  drawPage[kind](listeningPen(written), applicant, photos)
  return written.join('').replace(/\s/g, '')
}

/** What the proving page must say when the fact is there. */
const saying: Record<FactKey, (applicant: Applicant) => string> = {
  A1_exists: () => '组织机构及岗位职责',
  A2_plan: () => '2025年度工作计划',
  A3_rules_posted: () => '制度上墙',
  A4_sign: () => '标识牌',
  A5_display: () => '成果荣誉展示栏',
  B1_matching_wan: ({ facts }) => `合计到账配套资金：${facts.B1_matching_wan}万元`,
  B2_area_m2: ({ facts }) => `=${facts.B2_area_m2}平方米`,
  B3_exists: () => '设施设备清单',
  B4_formal_staff_excl_leader: ({ facts }) => `劳动合同首页（复印件，共${facts.B4_formal_staff_excl_leader}人）`,
  D1_plan: () => '年度带徒计划',
  D1_roster: () => '培训花名册',
  D2_agreement: () => '师带徒协议',
  D3_records: () => '带徒过程及日常技艺培训指导记录',
  D4_trained_high_skilled_2y: ({ facts }) => `培养高技能人才${facts.D4_trained_high_skilled_2y}人`,
  E2_events_per_year: ({ facts }) => `2024年${facts.E2_events_per_year[0]}次，2025年${facts.E2_events_per_year[1]}次`,
  E3_social_service: () => '技能服务社会走进样例社区',
  F1_technicians: ({ facts }) => `、技师${facts.F1_technicians}人`,
  F1_senior_technicians: ({ facts }) => `、高级技师${facts.F1_senior_technicians}人`,
  F2_media_evidenced: () => '样例日报',
  F3_patent_or_award_evidenced: () => '实用新型专利证书',
  F4_paper_or_book_evidenced: () => '应用研究',
}

describe.each(applicants.map((applicant) => [sourceName(applicant), applicant] as const))('%s', (_, applicant) => {
  test('every fact can be seen on the page the plan names', () => {
    const photos = photosOf(applicant)
    for (const key of factKeys) {
      const page = pageProving(applicant, key)
      const words = wordsOnPage(applicant, page, photos)
      if (isNothing(applicant.facts[key])) expect([key, page, words.includes('：无')]).toEqual([key, 1, true])
      else expect([key, words.includes(saying[key](applicant))]).toEqual([key, true])
    }
  })

  test('has 6 to 18 pages and 3 to 6 photographs', () => {
    expect(pagesOf(applicant).length).toBeGreaterThanOrEqual(6)
    expect(pagesOf(applicant).length).toBeLessThanOrEqual(18)
    const photos = photosOf(applicant).length
    expect(photos).toBeGreaterThanOrEqual(3)
    expect(photos).toBeLessThanOrEqual(6)
  })
})

test('bank slips and floor plans add up to the facts', () => {
  expect(applicants.map(({ facts }) => [facts.B1_matching_wan, facts.B2_area_m2])).toEqual([
    ['12', '48'],
    ['9.5', '36'],
    ['7.4', '29.9'],
    ['10', '32.5'],
    ['3', '18'],
    ['10.5', '30'],
    ['8.25', '41.6'],
    ['10', '36'],
    ['0', '20'],
    ['15', '60'],
    ['6', '24'],
    ['10', '30.2'],
  ])
})

test('identity numbers are of the test region and have a true check digit', () => {
  expect(testIdNumber('1982-11-25', 41)).toBe('650100198211250417')
  for (const { leader } of applicants) {
    const sum = Array.from(leader.idNumber).reduce((total, digit, at) => {
      return total + (digit === 'X' ? 10 : Number(digit)) * (2 ** (17 - at) % 11)
    }, 0)
    expect([leader.idNumber.slice(0, 6), sum % 11]).toEqual(['650100', 1])
  }
})
