/** Whether a panel may act: at its constitution, and for each application once recusals and absences are known. */

export type PanelProblem = 'below_minimum' | 'even_number' | 'duplicate_member' | 'unknown_member'

export type PanelQuestion = {
  readonly members: readonly string[]
  readonly minimum: number
  readonly parity: 'odd' | 'any'
  /** Who is recused, by application. */
  readonly recusals: Readonly<Record<string, readonly string[]>>
  readonly absent: readonly string[]
  /** Named in advance, in order: as many act on an application as members are absent or recused. */
  readonly alternates: readonly string[]
}

export type PanelAnswer = {
  distinct: number
  valid: boolean
  problems: PanelProblem[]
  applications: Record<string, { active: number; valid: boolean; problems: PanelProblem[] }>
}

/**
 * Judges a panel. The top level looks at the people appointed (whoever is named twice counts once); an application
 * looks at those who act on it: members neither absent nor recused, and for each member missing one alternate.
 * Alternates step in by the order of the list, when present, not recused and not already members.
 * Size and parity are adopted by the organiser (Urumqi 第十一条 is silent; Lüliang's form: odd, five or more).
 */
export function panelValidity({ members, minimum, parity, recusals, absent, alternates }: PanelQuestion): PanelAnswer {
  const appointed = new Set(members)
  const away = new Set(absent)
  const reserve = new Set(alternates.filter((id) => !appointed.has(id)))
  const isUnknown = (id: string) => !appointed.has(id) && !reserve.has(id)
  const sizeProblems = (count: number): PanelProblem[] => [
    ...(count < minimum ? (['below_minimum'] as const) : []),
    ...(parity === 'odd' && count % 2 === 0 ? (['even_number'] as const) : []),
  ]

  const problems = sizeProblems(appointed.size)
  if (appointed.size < members.length) problems.push('duplicate_member')
  if (absent.some(isUnknown)) problems.push('unknown_member')

  const applications = Object.entries(recusals).map(([application, recused]) => {
    const mayAct = (id: string) => !away.has(id) && !recused.includes(id)
    const acting = [...appointed].filter(mayAct).length
    const steppingIn = Math.min(appointed.size - acting, [...reserve].filter(mayAct).length)
    const active = acting + steppingIn
    const found = sizeProblems(active)
    if (recused.some(isUnknown)) found.push('unknown_member')
    return [application, { active, valid: found.length === 0, problems: found }] as const
  })
  return {
    distinct: appointed.size,
    valid: problems.length === 0,
    problems,
    applications: Object.fromEntries(applications),
  }
}

/** Why a recusal is proposed: works there, worked there, or stands on the application's own team under that name. */
export type ConflictHint = 'same-unit' | 'former-unit' | 'same-team'

/** A recusal to propose, never one the machine makes. `unit` is the applicant's as the application has it. */
export type SuggestedConflict = {
  readonly expert: string
  readonly packet: string
  readonly unit: string
  readonly hint: ConflictHint
}

type Person = {
  readonly id: string
  readonly name?: string
  readonly unit: string
  readonly pastUnits?: readonly string[]
}
type Applicant = {
  readonly id: string
  readonly unit: string
  /** Where the leader works, when the form names another unit. */
  readonly leaderUnit?: string
  /** Leader and members by name. */
  readonly team?: readonly string[]
}

/**
 * Experts and applications that the data brings together, at most one hint for each pair, the strongest first. Spaces,
 * full-width characters and capital letters make no difference.
 */
export function suggestedConflicts(question: {
  experts: readonly Person[]
  packets: readonly Applicant[]
}): SuggestedConflict[] {
  return question.experts.flatMap((expert) =>
    question.packets.flatMap((packet) => {
      const hint = hintFor(expert, packet)
      return hint ? [{ expert: expert.id, packet: packet.id, unit: packet.unit, hint }] : []
    }),
  )
}

function hintFor(expert: Person, packet: Applicant): ConflictHint | null {
  const units = new Set([packet.unit, packet.leaderUnit ?? ''].map(normalised).filter((unit) => unit !== ''))
  const name = normalised(expert.name ?? '')
  if (units.has(normalised(expert.unit))) return 'same-unit'
  if (name !== '' && packet.team?.some((person) => normalised(person) === name)) return 'same-team'
  if (expert.pastUnits?.some((unit) => units.has(normalised(unit)))) return 'former-unit'
  return null
}

function normalised(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
