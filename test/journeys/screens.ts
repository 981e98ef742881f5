/**
 * Pictures of every screen, for people to look at and for the guide: `node test/journeys/screens.ts OUTDIR`.
 * In Chinese in both sizes of `sizes`, the main ones in English too; the file names say which is which.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '#test/helpers/chromium.ts'
import { bundleAll, openHouse, openRoom } from './house.ts'
import { SeatPage } from './pages.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1180, height: 820 },
] as const
const stages = [
  'import',
  'material-check',
  'panel',
  'recusal',
  'reading',
  'visit',
  'deliberation',
  'vote',
  'result',
  'export',
] as const
type Stage = (typeof stages)[number]

/** One picture: what to do on the freshly loaded page first; in English only where nothing has to be pressed. */
type Shot = { name: string; act?: () => Promise<void>; english?: boolean }

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Say where the pictures go: node test/journeys/screens.ts OUTDIR\n')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
await bundleAll()
const house = await openHouse()
const browser = await launchChromium()
try {
  await takeAll(folder)
} finally {
  await browser.close()
  await house.close()
}

async function takeAll(out: string): Promise<void> {
  const { desk } = house
  const room = openRoom(browser)
  const origin = new URL(house.url).origin
  const { page } = await room.open('desk')
  await page.goto(house.url)
  await shoot(page, out, { name: 'desk-01-first', english: true })

  const rounds = {} as Record<Stage, string>
  for (const upTo of stages) rounds[upTo] = (await desk.rounds.sample({ upTo })).round
  const selection = (await desk.rounds.sample({ upTo: 'reading', activity: 'selection' })).round
  await desk.lan.start({ port: 0 })

  const at = async (hash: string, shot: Shot) => {
    await page.goto(`${origin}/${hash}`)
    await shoot(page, out, shot)
  }
  await at('#/', { name: 'desk-02-rounds', english: true })
  await at('#/new', { name: 'desk-03-new-round', english: true })
  for (const [no, stage] of stages.entries()) {
    const number = String(no + 10)
    await at(`#/round/${rounds[stage]}`, { name: `desk-${number}-${stage}`, english: true })
  }
  const [packet] = (await desk.packets.list({ round: rounds['material-check'] })).map((each) => each.packet)
  for (const tab of ['fields', 'facts', 'files', 'check']) {
    await at(`#/round/${rounds['material-check']}/packet/${packet}/${tab}`, { name: `desk-30-packet-${tab}` })
  }
  await at(`#/round/${rounds.recusal}/choices`, { name: 'desk-31-choices-open', english: true })
  await at(`#/round/${rounds.reading}/choices`, { name: 'desk-32-choices-made' })
  await at(`#/round/${rounds.reading}/seats`, { name: 'desk-33-seats', english: true })
  await at(`#/round/${rounds.export}/ledger`, { name: 'desk-34-ledger', english: true })
  await at(`#/round/${rounds.export}/result`, { name: 'desk-35-result-frozen' })
  await at(`#/round/${selection}`, { name: 'desk-36-selection-reading' })
  await at(`#/round/${rounds.reading}/devices`, { name: 'desk-39-devices', english: true })
  await at('#/device', { name: 'desk-40-this-computer', english: true })
  await at('#/open', { name: 'desk-41-open', english: true })

  const wall = (await room.open('wall')).page
  const wallAt = async (round: string, shot: Shot) => {
    await wall.goto('about:blank')
    await wall.goto(house.wallUrl(round))
    await shoot(wall, out, shot)
  }
  await wallAt(rounds.reading, { name: 'wall-01-reading', english: true })
  await wallAt(rounds.export, { name: 'wall-04-decisions', english: true })

  const declaring = await takeSeat(rounds.recusal, 'seat-recusal')
  await shoot(declaring, out, { name: 'seat-03-declaring', english: true })
  const [chair] = (await desk.panel.show({ round: rounds.recusal })).members
  if (chair) await desk.recusals.declare({ round: rounds.recusal, expert: chair.expert, conflicts: [] })
  await shoot(declaring, out, { name: 'seat-04-waiting' })
  const opinion = await takeSeat(selection, 'seat-selection')
  await shoot(opinion, out, { name: 'seat-08-opinion' })
  const result = await takeSeat(rounds.export, 'seat-export')
  await shoot(result, out, { name: 'seat-09-afterwards' })

  const reader = await takeSeat(rounds.reading, 'seat-reading', out)
  await shoot(reader, out, { name: 'seat-05-work', english: true })
  const seat = new SeatPage(reader)
  await shoot(reader, out, {
    name: 'seat-06-deducting',
    act: async () => {
      await seat.score('C1').fill('2')
      await seat.reason('C1').fill('只解决了一个班组的问题')
    },
  })
  await room.offline(reader, async () => {
    await seat.score('C2').fill('3')
    await seat.waitUntilKept(1)
    await picture(reader, out, 'seat-07-offline', 'zh-CN')
  })

  const voter = await takeSeat(rounds.vote, 'seat-vote')
  const [first] = (await desk.votes.list({ round: rounds.vote })).votes
  if (!first) throw new Error('the sample round has nothing to vote on')
  await desk.votes.open({ round: rounds.vote, packet: first.packet })
  await shoot(voter, out, { name: 'seat-10-ballot', english: true })
  await wallAt(rounds.vote, { name: 'wall-02-vote-open', english: true })
  await at(`#/round/${rounds.vote}/vote/${first.packet}`, { name: 'desk-37-vote-open', english: true })
  for (const { expert, state } of first.ballots) {
    if (state !== 'recused')
      await desk.votes.cast({
        round: rounds.vote,
        packet: first.packet,
        expert,
        choice: 'for',
        second: { name: '监票人', choice: 'for' },
      })
  }
  await shoot(voter, out, { name: 'seat-11-voted' })
  await desk.votes.close({ round: rounds.vote, packet: first.packet })
  await wallAt(rounds.vote, { name: 'wall-03-vote-closed', english: true })
  await at(`#/round/${rounds.vote}/vote/${first.packet}`, { name: 'desk-38-vote-closed', english: true })
  // Every picture begins with a reload, which cuts off whatever the page was asking for.
  const complaints = new Set(room.complaints.filter((complaint) => !complaint.includes('ERR_ABORTED')))
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`)

  /** A page on seat 1 of a round; with a folder, the way in is pictured too. */
  async function takeSeat(round: string, name: string, way?: string): Promise<Page> {
    const opened = await room.open(name, { ignoreHTTPSErrors: true })
    const [code] = await desk.seats.codes({ round })
    const address = code?.urls.find((url) => url.startsWith('https://127.0.0.1:'))
    if (address === undefined) throw new Error('the seat has no address on this computer')
    if (way !== undefined) {
      const stranger = (await room.open('stranger', { ignoreHTTPSErrors: true })).page
      await stranger.goto(new URL(address).origin)
      await shoot(stranger, way, { name: 'seat-01-arriving', english: true })
      await stranger.close()
    }
    await opened.page.goto(address)
    if (way !== undefined) {
      await settle(opened.page)
      await picture(opened.page, way, 'seat-02-confirming', 'zh-CN')
    }
    await new SeatPage(opened.page).confirmMe()
    await settle(opened.page)
    return opened.page
  }
}

/** One screen in every size and language that is wanted of it. */
async function shoot(page: Page, out: string, { name, act, english = false }: Shot): Promise<void> {
  for (const lang of english ? (['en', 'zh-CN'] as const) : (['zh-CN'] as const)) {
    await page.evaluate(
      (chosen) => localStorage.setItem('jiangping.lang', JSON.stringify({ state: { lang: chosen }, version: 0 })),
      lang,
    )
    await page.reload()
    await settle(page)
    await act?.()
    await picture(page, out, name, lang)
  }
}

async function picture(page: Page, out: string, name: string, lang: 'zh-CN' | 'en'): Promise<void> {
  for (const size of lang === 'en' ? sizes.slice(0, 1) : sizes) {
    await page.setViewportSize(size)
    await settle(page)
    const file = `${name}.${lang}.${size.width}.png`
    await page.screenshot({ path: path.join(out, file), animations: 'disabled' })
    process.stdout.write(`${file}\n`)
  }
}

/** Waits until nothing on the page has changed for a moment and nothing says that it is being read. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const end = Date.now() + 15_000
    for (let isQuiet = false; !isQuiet && Date.now() < end; ) {
      isQuiet = await new Promise<boolean>((resolve) => {
        const observer = new MutationObserver(() => done(false))
        const clock = setTimeout(() => done(!/正在读取|Reading…/.test(document.body.textContent ?? '')), 500)
        const done = (quiet: boolean) => {
          observer.disconnect()
          clearTimeout(clock)
          resolve(quiet)
        }
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      })
    }
  })
}
