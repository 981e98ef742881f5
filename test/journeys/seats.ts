/** How a journey sits down: the seats' addresses of a round, and a browser on one of them. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { StageId } from '#core/scheme/scheme.ts'
import type { SeatCode } from '#host/api/shapes.ts'
import type { Desk, House, Room } from './house.ts'
import { SeatPage } from './pages.ts'

export type Seated = { context: BrowserContext; page: Page; seat: SeatPage; code: SeatCode; origin: string }

/** A sample round with its seats open on this computer. */
export async function openSeats(
  house: House,
  request: { experts: number; packets: number; activity?: 'term-assessment' | 'selection'; upTo?: StageId },
): Promise<{ round: string; packets: { packet: string; workshop: string }[]; codes: SeatCode[]; origin: string }> {
  const { desk } = house
  const { round } = await desk.rounds.sample({ activity: 'term-assessment', upTo: 'reading', ...request })
  await desk.lan.start({ port: 0 })
  const codes = await desk.seats.codes({ round })
  const [first] = codes
  if (!first) throw new Error('the sample round has no seat')
  return { round, packets: await desk.packets.list({ round }), codes, origin: new URL(addressOf(first)).origin }
}

/** The one-time address of a seat on this computer. */
export function addressOf(code: SeatCode): string {
  const address = code.urls.find((url) => url.startsWith('https://127.0.0.1:'))
  if (address === undefined) throw new Error(`seat ${code.seat} has no address on this computer`)
  return address
}

/** A browser of its own on one seat, past "this is me". */
export async function sitDown(
  room: Room,
  code: SeatCode,
  options: BrowserContextOptions = {},
  prepare: (seat: { context: BrowserContext; page: Page }) => Promise<void> = async () => {},
): Promise<Seated> {
  const { context, page } = await room.open(`seat ${code.seat}`, { ignoreHTTPSErrors: true, ...options })
  await prepare({ context, page })
  const address = addressOf(code)
  await page.goto(address)
  const seat = new SeatPage(page)
  await seat.confirmMe()
  return { context, page, seat, code, origin: new URL(address).origin }
}

/** A sheet that its expert filled in on paper, entered at the desk by two people. */
export async function enterFromPaper(
  desk: Desk,
  sheet: {
    round: string
    expert: string
    packet: string
    judgements?: Record<string, { deduct: string; reason: string; pins: { file: string; page: number }[] }>
    opinion?: string
  },
): Promise<void> {
  const { judgements = {}, opinion = '' } = sheet
  const deductions = Object.fromEntries(Object.entries(judgements).map(([item, { deduct }]) => [item, deduct]))
  const people = { first: '样例录入甲', second: { name: '样例录入乙', deductions } }
  await desk.paperSheets.enter({ ...sheet, judgements, opinion, ...people })
}

/** Calls a method as this seat, with the session that its own browser holds. */
export async function callFrom(
  { context, origin, code }: Pick<Seated, 'context' | 'origin' | 'code'>,
  method: string,
  input: Record<string, unknown>,
): Promise<void> {
  const ask = { ...input, expert: code.expert }
  const answer = await context.request.post(`${origin}/rpc/seat/${method.replaceAll('.', '/')}`, {
    data: { json: ask },
    // The host lets go of a connection that was idle; a browser then makes another, and so does this.
    maxRetries: 2,
  })
  if (!answer.ok()) throw new Error(`seat ${code.seat}, ${method}: ${await answer.text()}`)
}
