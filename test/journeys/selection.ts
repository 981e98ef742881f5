/** What the selections of every scheme share in their journeys: seven members, one alternate, officers, seven seats. */
import path from 'node:path'
import type { Desk, House, Room } from './house.ts'
import type { DeskPage } from './pages.ts'
import { type Seated, sitDown } from './seats.ts'

/** The officers by their role's word on the screen. */
const officers = { 监督: '监督样', 唱票人: '唱票样', 计票人: '计票样', 监票人: '监票样' } as const

/** Seven experts of the sample list as members, in seat order, and one person in reserve. */
export async function seatSeven(desk: Desk, round: string): Promise<{ members: string[]; alternate: string }> {
  await desk.experts.import({ round, path: path.resolve(import.meta.dirname, '../../out/samples/experts.xlsx') })
  const all = await desk.experts.import({ round, experts: [{ name: '候样甲', unit: '测试学院' }] })
  const members = all
    .filter(({ name }) => name.startsWith('评样'))
    .slice(0, 7)
    .map(({ expert }) => expert)
  const alternate = all.find(({ name }) => name === '候样甲')?.expert ?? ''
  await desk.panel.set({ round, members, chair: null, alternates: [alternate] })
  return { members, alternate }
}

/** The panel elects its chair and the officers are named, both at the desk, which shows this round. */
export async function electAndName(page: DeskPage): Promise<void> {
  await page.electChair({ 评样一: 4, 评样二: 3 })
  await page.page.getByText('评样一，推选产生（评样一 4 票、评样二 3 票）').waitFor()
  await page.nameOfficers(officers)
}

/** Everybody who sits, each in a browser of their own; answers by seat number. */
export async function takeSeats(house: House, room: Room, round: string): Promise<(no: number) => Seated> {
  await house.desk.lan.start({ port: 0 })
  const codes = await house.desk.seats.codes({ round })
  const seated = new Map<number, Seated>()
  for (const code of codes) {
    if (code.role === 'chair' || code.role === 'expert') seated.set(code.seat, await sitDown(room, code))
  }
  return (no) => {
    const found = seated.get(no)
    if (!found) throw new Error(`nobody sits on seat ${no}`)
    return found
  }
}
