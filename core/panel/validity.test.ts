/** Who may act: odd and even panels, absences, alternates, recusals. */
import { describe, expect, it } from 'vitest'
import { type PanelQuestion, panelValidity, suggestedConflicts } from './validity.ts'

const seven: PanelQuestion = {
  members: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7'],
  minimum: 5,
  parity: 'odd',
  recusals: {},
  absent: [],
  alternates: [],
}
const applicationA = (changes: Partial<PanelQuestion>) => panelValidity({ ...seven, ...changes }).applications.A

describe('constitution', () => {
  it.each<[string, Partial<PanelQuestion>, number, string[]]>([
    ['seven', {}, 7, []],
    ['five', { members: ['E1', 'E2', 'E3', 'E4', 'E5'] }, 5, []],
    ['four', { members: ['E1', 'E2', 'E3', 'E4'] }, 4, ['below_minimum', 'even_number']],
    ['three', { members: ['E1', 'E2', 'E3'] }, 3, ['below_minimum']],
    ['six', { members: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'] }, 6, ['even_number']],
    ['six where any number will do', { members: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'], parity: 'any' }, 6, []],
    [
      'seven names, six people',
      { members: ['E1', 'E1', 'E2', 'E3', 'E4', 'E5', 'E6'] },
      6,
      ['even_number', 'duplicate_member'],
    ],
    ['nobody', { members: [] }, 0, ['below_minimum', 'even_number']],
    ['a stranger marked absent', { absent: ['E9'] }, 7, ['unknown_member']],
  ])('%s', (_, changes, distinct, problems) => {
    const answer = panelValidity({ ...seven, ...changes })
    expect(answer).toEqual({ distinct, valid: problems.length === 0, problems, applications: {} })
  })
})

describe('acting on an application', () => {
  it('recused members do not act', () => {
    expect(applicationA({ recusals: { A: ['E1'] } })).toEqual({ active: 6, valid: false, problems: ['even_number'] })
    expect(applicationA({ recusals: { A: ['E1', 'E2'] } })).toEqual({ active: 5, valid: true, problems: [] })
    expect(applicationA({ recusals: { A: seven.members } })?.active).toBe(0)
  })

  it('whoever is both recused and absent counts once', () => {
    expect(applicationA({ recusals: { A: ['E1', 'E2'] }, absent: ['E2'] })?.active).toBe(5)
  })

  it('for each member absent or recused one alternate steps in, in order', () => {
    const changes = { absent: ['E7'], alternates: ['R1', 'R2'] }
    expect(applicationA({ ...changes, recusals: { A: [] } })?.active).toBe(7)
    expect(applicationA({ ...changes, recusals: { A: ['E1'] } })?.active).toBe(7)
    expect(applicationA({ ...changes, recusals: { A: ['E1', 'E2'] } })).toEqual({
      active: 6,
      valid: false,
      problems: ['even_number'],
    })
    expect(applicationA({ alternates: ['R1', 'R2'], recusals: { A: [] } })?.active).toBe(7)
  })

  it('an alternate who is absent, recused or a member anyway is passed over', () => {
    expect(applicationA({ absent: ['E7'], alternates: ['R1', 'R2'], recusals: { A: ['R1'] } })?.active).toBe(7)
    expect(applicationA({ absent: ['E7', 'R1'], alternates: ['R1', 'R2'], recusals: { A: ['R2'] } })?.active).toBe(6)
    expect(applicationA({ absent: ['E7'], alternates: ['E1'], recusals: { A: [] } })?.active).toBe(6)
  })

  it('a recused stranger is named', () => {
    expect(applicationA({ recusals: { A: ['E9'] } })).toEqual({ active: 7, valid: false, problems: ['unknown_member'] })
  })
})

describe('suggested conflicts', () => {
  it('sees through spaces, full-width characters and capitals, and ignores the unknown', () => {
    const experts = [
      { id: 'E1', unit: '天山 机械（集团）公司' },
      { id: 'E2', unit: 'ＡＢＣ厂' },
      { id: 'E3', unit: ' ' },
    ]
    const packets = [
      { id: 'P1', unit: '天山机械(集团)公司' },
      { id: 'P2', unit: 'abc厂　' },
      { id: 'P3', unit: '' },
    ]
    expect(suggestedConflicts({ experts, packets })).toEqual([
      { expert: 'E1', packet: 'P1', unit: '天山机械(集团)公司', hint: 'same-unit' },
      { expert: 'E2', packet: 'P2', unit: 'abc厂　', hint: 'same-unit' },
    ])
  })
  it('knows former units, the leader’s own unit and names on the team, one hint for each pair', () => {
    const packets = [
      { id: 'P1', unit: '测试甲厂', leaderUnit: '测试甲厂二分厂', team: ['测试 甲', '测试乙'] },
      { id: 'P2', unit: '测试丙厂' },
    ]
    const experts = [
      { id: 'E1', name: '测试丁', unit: '测试大学', pastUnits: ['测试丙厂', '测试甲厂 二分厂'] },
      { id: 'E2', name: '测试甲', unit: '测试丙厂', pastUnits: ['测试丙厂'] },
      { id: 'E3', name: '测试戊', unit: '测试甲厂二分厂' },
      { id: 'E4', name: '', unit: '' },
    ]
    expect(suggestedConflicts({ experts, packets }).map(({ expert, packet, hint }) => [expert, packet, hint])).toEqual([
      ['E1', 'P1', 'former-unit'],
      ['E1', 'P2', 'former-unit'],
      ['E2', 'P1', 'same-team'],
      ['E2', 'P2', 'same-unit'],
      ['E3', 'P1', 'same-unit'],
    ])
  })
})
