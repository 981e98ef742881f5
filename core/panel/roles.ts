/** Who may do what from a seat: one table for the door, the screens and the test that walks through it. */

/** What a person in the room is. The secretariat has the desk and no seat. */
export const seatRoles = [
  'chair',
  'expert',
  'alternate',
  'supervisor',
  'caller',
  'counter',
  'scrutineer',
  'recorder',
] as const
export type SeatRole = (typeof seatRoles)[number]

/** Those who run or watch the room and neither score nor vote: 监督, 唱票, 计票, 监票, 记录. */
export const officerRoles = ['supervisor', 'caller', 'counter', 'scrutineer', 'recorder'] as const
export type OfficerRole = (typeof officerRoles)[number]

const everybody = seatRoles
const panel: readonly SeatRole[] = ['chair', 'expert']
const tellers: readonly SeatRole[] = ['caller', 'counter', 'scrutineer']

/** Every method a seat can name, and the roles it answers. What is not named here answers nobody. */
export const seatMethods: Readonly<Record<string, readonly SeatRole[]>> = {
  'me.show': everybody,
  'floor.show': everybody,
  'live.watch': everybody,
  'recusals.show': panel,
  'recusals.declare': panel,
  'files.read': panel,
  'sheets.list': panel,
  'sheets.show': panel,
  'sheets.save': panel,
  'sheets.submit': panel,
  'sheets.reopen': panel,
  'sheets.second': panel,
  'sheets.reconsider': panel,
  'doubts.raise': panel,
  'attendance.note': panel,
  'conflicts.mine': panel,
  'conflicts.decide': panel,
  'pulse.send': panel,
  'votes.mine': panel,
  'votes.cast': panel,
  'votes.castList': panel,
  'visits.mine': panel,
  'visits.save': panel,
  'visits.photo': panel,
  'visits.finish': panel,
  'visits.sign': panel,
  'visits.picture': panel,
  'signing.key': panel,
  'signing.request': panel,
  'signing.show': panel,
  'signing.answer': panel,
  'signing.sign': panel,
  // Counts and names of a vote are theirs once it is closed; before, the view itself holds no choice.
  'votes.list': ['supervisor', ...tellers],
  'votes.readOut': ['caller'],
  'wall.show': ['supervisor', ...tellers, 'recorder'],
  'progress.show': ['supervisor'],
  'minutes.list': ['recorder'],
  'minutes.record': ['recorder'],
  'reopenings.list': ['chair', 'supervisor'],
  'reopenings.decide': ['chair', 'supervisor'],
}

/** Whether a seat of that role may call a method, by its dotted name. */
export function mayCall(role: SeatRole, method: string): boolean {
  return seatMethods[method]?.includes(role) ?? false
}
