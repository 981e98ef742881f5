/** One expert at a seat: a first morning from the code to the first sheet, by mouse, by keys, by finger, without a network. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readSamplePlan } from '#host/sample/plan.ts'
import { hostedJourneys } from './hosted.ts'
import { barriersOn, openRoom, sheetAtHost } from './house.ts'
import { SeatPage } from './pages.ts'
import { addressOf, enterFromPaper, openSeats, sitDown } from './seats.ts'

const here = hostedJourneys(
  'one expert at a seat',
  // As on a device on which the host's certificate was installed: the worker of a visit's page loads on no other.
  ['--ignore-certificate-errors'],
)
const { journey } = here

const laptop = { viewport: { width: 1366, height: 768 } }
const judged = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1'] as const
const none = { deduct: '0', reason: '', pins: [] }
/** Every item in full: what experts decide is the same eight items on the first two samples. */
const inFull = Object.fromEntries(judged.map((item) => [item, none]))
const buttonNamed = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const quickScores = (page: Page) => page.getByRole('group', { name: '快速给分' })
const patience = { timeout: 240_000 }

async function seatsOf(packets = 2) {
  const made = await openSeats(here.house, { experts: 5, packets })
  const [code] = made.codes
  const [packet, second] = made.packets
  if (!code || !packet || !second) throw new Error('the sample round is too small')
  return { ...made, code, packet, second }
}

/** What the host keeps of the judged items: deduction and reason. */
async function keptAtHost(seated: Awaited<ReturnType<typeof sitDown>>, round: string, packet: string) {
  const ask = { round, expert: seated.code.expert, packet }
  const { blocks, state, opinion } = await sheetAtHost(seated.context, seated.origin, ask)
  const kept = blocks
    .flatMap(({ items }) => items)
    .flatMap(({ id, judgement }) => (judgement ? [[id, [judgement.deduct, judgement.reason]]] : []))
  return { state, opinion, judgements: Object.fromEntries(kept) as Record<string, string[]> }
}

journey('a first-timer declares, reads and hands in a first sheet by mouse', patience, async () => {
  const room = openRoom(here.browser)
  const { desk } = here.house
  const { round, packets, codes } = await openSeats(here.house, { experts: 5, packets: 2, upTo: 'recusal' })
  const [code, ...others] = codes
  const [packet] = packets
  if (!code || !packet) throw new Error('the sample round is too small')
  const { page, seat } = await sitDown(room, code, laptop)

  // Before the declaration there is no paper to be seen.
  await page.getByRole('heading', { name: '评审承诺与回避声明' }).waitFor()
  expect(await page.getByRole('region', { name: /评分表$/ }).count()).toBe(0)
  expect(await barriersOn(page)).toEqual([])
  await page.getByRole('checkbox', { name: '我已阅读并承诺遵守' }).check()
  await buttonNamed(page, '其余均无利害关系').click()
  await buttonNamed(page, '提交声明').click()
  await page.getByText(/您的承诺与回避声明已收到/).waitFor()
  expect(await barriersOn(page)).toEqual([])

  for (const { expert } of others) await desk.recusals.declare({ round, expert, conflicts: [] })
  const adopted = { fraction: 'linear', 'bonus-in-grade': true, aggregation: 'mean' } as const
  for (const [choice, value] of Object.entries(adopted) as [keyof typeof adopted, string | boolean][])
    await desk.rounds.adopt({ round, choice, value, note: '测试会议确定' })
  for (const [at, each] of packets.entries()) {
    const known = Object.entries(readSamplePlan().applicants[at]?.facts ?? {})
    const facts = known.map(([key, { value }]) => ({ key, value, proof: null }))
    await desk.facts.record({ round, packet: each.packet, facts })
  }
  await desk.stages.close({ round, stage: 'recusal' })
  // The page opens by itself.
  await seat.waitForSheet(packet.workshop)
  expect(await barriersOn(page)).toEqual([])

  // The papers: a page read, the next unread one by its button, and the place found again after a reload.
  await page.getByText(/下一未读页（还有 \d+ 页）/).waitFor()
  const leftOf = async () => Number((await page.getByText(/下一未读页/).textContent())?.match(/\d+/)?.[0])
  const before = await leftOf()
  await page
    .getByRole('tab', { name: /证明材料/ })
    .first()
    .click()
  await buttonNamed(page, '下一页').click()
  await page.getByText(/^第 2 \/ /).waitFor()
  await buttonNamed(page, /^下一未读页/).click()
  await page.getByText(/^第 3 \/ /).waitFor()
  expect(await leftOf()).toBeLessThan(before)
  await room.reload(page)
  await seat.waitForSheet(packet.workshop)
  await page.getByText(/^第 3 \/ /).waitFor()

  for (const item of judged) {
    await seat.score(item).click()
    await quickScores(page).getByRole('button').first().click()
  }
  // A slip, taken back by the button; the step before it by the keys.
  const [first = ''] = judged
  const last = judged.at(-1) ?? ''
  const meant = await seat.score(first).inputValue()
  await seat.score(first).fill('1')
  expect(meant).not.toBe('1')
  await buttonNamed(page, '撤销').click()
  await expect.poll(() => seat.score(first).inputValue()).toBe(meant)
  await page.keyboard.press('Control+z')
  await expect.poll(() => seat.score(last).inputValue()).toBe('')
  await seat.score(last).click()
  await quickScores(page).getByRole('button').first().click()
  await seat.waitUntilSaved()
  await buttonNamed(page, '提交').click()
  expect(await barriersOn(page)).toEqual([])
  await buttonNamed(page, '提交并锁定').click()
  await seat.waitUntilSubmitted()
  expect(await barriersOn(page)).toEqual([])
  expect((await desk.progress.show({ round })).counts.submitted).toBe(1)
  expect(room.complaints).toEqual([])
})

journey('a whole sheet by keys alone, three deductions in it, and every dialog on the way', patience, async () => {
  const room = openRoom(here.browser)
  const { round, code, packet } = await seatsOf()
  const seated = await sitDown(room, code, laptop)
  const { page, seat } = seated
  await seat.waitForSheet(packet.workshop)

  await buttonNamed(page, '对 B2 的事实有疑').click()
  await page.getByRole('dialog', { name: '对 B2 的事实提出疑问' }).waitFor()
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await seat.score('A1').focus()

  await countKeys(page)
  await seat.mark([
    { item: 'A1', score: null },
    { item: 'B3', score: '4', reason: '设备台账缺两页' },
    { item: 'C1', score: '2', reason: '缺少过程记录' },
    { item: 'C2', score: null },
    { item: 'C3', score: null },
    { item: 'C4', score: null },
    { item: 'C5', score: null },
    { item: 'E1', score: '3', reason: '交流记录不全' },
  ])
  await seat.waitUntilSaved()
  const forItems = await keysPressed(page)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  // Enter alone must not hand in: the button that does is one Tab away.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await seat.waitUntilSubmitted()
  const all = await keysPressed(page)
  console.log(`keys for a sheet of ${judged.length} items with three deductions: ${forItems}, handed in with ${all}`)
  // One for an item in full, three for a deduction: the score, and Enter after score and reason.
  expect([forItems, all]).toEqual([5 * 1 + 3 * 3, 5 * 1 + 3 * 3 + 3])
  expect((await keptAtHost(seated, round, packet.packet)).judgements).toMatchObject({
    B3: ['1', '设备台账缺两页'],
    C1: ['1', '缺少过程记录'],
    E1: ['1', '交流记录不全'],
    C5: ['0', ''],
  })

  await buttonNamed(page, '更改已提交的评分').click()
  await page.getByRole('dialog', { name: '更改已提交的评分' }).waitFor()
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('Escape')

  // The next one scored without reasons: they are asked for in one form.
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await seat.nextSheet()
  for (const item of judged) {
    await seat.score(item).fill('1')
    await page.keyboard.press('Tab')
  }
  await buttonNamed(page, /^还差 \d+ 项$/).click()
  await page.getByRole('dialog', { name: '提交前补写扣分理由' }).waitFor()
  expect(await barriersOn(page)).toEqual([])
  expect(room.complaints).toEqual([])
})

journey('a sheet by finger on a tablet, every target large enough', patience, async () => {
  const room = openRoom(here.browser)
  const { round, code, packet } = await seatsOf()
  const seated = await sitDown(room, code, { viewport: { width: 1180, height: 820 }, hasTouch: true })
  const { page, seat } = seated
  await seat.waitForSheet(packet.workshop)
  expect(await smallTargets(page)).toEqual([])
  expect(await barriersOn(page)).toEqual([])
  for (const item of judged) {
    await page
      .locator(`[data-item="${item}"]`)
      .getByText(new RegExp(`^${item} `))
      .tap()
    const wanted = item === 'C1' ? quickScores(page).getByRole('button', { name: '2', exact: true }) : null
    await (wanted ?? quickScores(page).getByRole('button').first()).tap()
  }
  await seat.reason('C1').tap()
  await page.keyboard.insertText('缺少过程记录')
  await seat.waitUntilSaved()
  expect(await smallTargets(page)).toEqual([])
  await buttonNamed(page, '提交').tap()
  await buttonNamed(page, '提交并锁定').tap()
  await seat.waitUntilSubmitted()
  const { judgements } = await keptAtHost(seated, round, packet.packet)
  expect(judgements).toEqual({
    ...Object.fromEntries(judged.map((item) => [item, ['0', '']])),
    C1: ['1', '缺少过程记录'],
  })
  expect(room.complaints).toEqual([])
})

journey('the connection is gone for a whole sheet and comes back', patience, async () => {
  const room = openRoom(here.browser)
  const { round, code, packet } = await seatsOf()
  const seated = await sitDown(room, code, laptop)
  const { page, seat } = seated
  await seat.waitForSheet(packet.workshop)
  await room.offline(page, async () => {
    await seat.mark([
      { item: 'A1', score: '1', reason: '岗位表缺签字' },
      ...(['B3', 'C1', 'C2', 'C3', 'C4', 'C5'] as const).map((item) => ({ item, score: null })),
      { item: 'E1', score: '2.25', reason: '只有两次培训记录' },
    ])
    await seat.opinion.fill('断网时写完的一整份。')
    await seat.waitUntilKept(9)
    expect(await barriersOn(page)).toEqual([])
    expect(await keptAtHost(seated, round, packet.packet)).toEqual({ state: 'seen', opinion: '', judgements: {} })
  })
  await seat.waitUntilSaved()
  await seat.submitButton.focus()
  await seat.submit()
  await seat.waitUntilSubmitted()
  expect(await keptAtHost(seated, round, packet.packet)).toEqual({
    state: 'submitted',
    opinion: '断网时写完的一整份。',
    judgements: {
      ...Object.fromEntries(judged.map((item) => [item, ['0', '']])),
      A1: ['1', '岗位表缺签字'],
      E1: ['1.75', '只有两次培训记录'],
    },
  })
  expect(room.complaints).toEqual([])
})

journey('the second look and the ballot are open to everybody', patience, async () => {
  const room = openRoom(here.browser)
  const { desk } = here.house
  const { round, codes, packets, code } = await seatsOf()
  for (const { expert } of codes) {
    for (const { packet } of packets) {
      const isFar = expert === code.expert && packet === packets[0]?.packet
      const far = { C1: { deduct: '2', reason: '缺少过程记录', pins: [] } }
      await enterFromPaper(desk, { round, expert, packet, judgements: { ...inFull, ...(isFar && far) } })
    }
  }
  await desk.stages.close({ round, stage: 'reading' })
  const { page } = await sitDown(room, code, laptop)
  await buttonNamed(page, '开始复评').click()
  const look = page.getByRole('dialog', { name: '复评' })
  await look.getByText('您评了 1 分，满分 3').waitFor()
  expect(await barriersOn(page)).toEqual([])
  // Nothing of the others: neither a name nor a value.
  expect(await look.textContent()).not.toMatch(/评样[二三四五]|3 分/)

  const voting = await desk.rounds.sample({ activity: 'term-assessment', upTo: 'vote', experts: 5, packets: 2 })
  const [voter] = await desk.seats.codes({ round: voting.round })
  const [first] = await desk.packets.list({ round: voting.round })
  if (!voter || !first) throw new Error('the sample round is too small')
  const second = await sitDown(room, voter, laptop)
  await desk.votes.open({ round: voting.round, packet: first.packet })
  const ballot = second.page.getByRole('dialog')
  await buttonNamed(second.page, '同意').waitFor()
  expect(await barriersOn(second.page)).toEqual([])
  await ballot.getByRole('button', { name: '同意', exact: true }).click()
  expect(await barriersOn(second.page)).toEqual([])
  expect(room.complaints).toEqual([])
})

/** Type twice as large and the strong contrast, as somebody has chosen them who comes back to this device. */
const largest = { state: { size: 'largest', contrast: 'high' }, version: 0 }

const looks = [
  { look: 'as it comes', chosen: null, at: 0 },
  { look: 'in the largest type and high contrast', chosen: largest, at: 1 },
] as const

journey('the screens of every stage are open to everybody, in every look', patience, async () => {
  const room = openRoom(here.browser)
  const { desk } = here.house
  const sample = { activity: 'term-assessment', experts: 5, packets: 2 } as const
  const comeIn = async (round: string, { chosen, at }: (typeof looks)[number]) => {
    const code = (await desk.seats.codes({ round }))[at]
    if (!code) throw new Error('the sample round is too small')
    const { context, page } = await room.open(`seat ${code.seat}`, { ignoreHTTPSErrors: true, ...laptop })
    await context.addInitScript((look) => look && localStorage.setItem('jiangping.look', JSON.stringify(look)), chosen)
    await page.goto(addressOf(code))
    await buttonNamed(page, '这是我').waitFor()
    expect(await barriersOn(page), 'this is me').toEqual([])
    await new SeatPage(page).confirmMe()
    return page
  }
  await desk.lan.start({ port: 0 })

  // The declaration, with a conflict that the data suggest: the expert works where the first application comes from.
  const declaring = (await desk.rounds.sample({ ...sample, upTo: 'panel' })).round
  const [applied] = await desk.packets.list({ round: declaring })
  const people = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ name: `测样${name}`, unit: applied?.unit ?? '' }))
  const members = (await desk.experts.import({ round: declaring, experts: people })).slice(-5).map((one) => one.expert)
  await desk.panel.set({ round: declaring, members, chair: members[0] ?? null })
  await desk.stages.close({ round: declaring, stage: 'panel' })
  const working = (await openSeats(here.house, sample)).round
  const visiting = (await desk.rounds.sample({ ...sample, upTo: 'visit' })).round
  const { applications, members: seats } = await desk.visits.planning({ round: visiting })
  const [where] = applications
  const team = seats.slice(0, 2).map(({ expert }) => expert)
  const [lead = ''] = team
  if (!where) throw new Error('the sample round is too small')
  const deliberating = (await desk.rounds.sample({ ...sample, upTo: 'deliberation' })).round
  const [before] = await desk.packets.list({ round: deliberating })
  await desk.floor.set({ round: deliberating, packet: before?.packet ?? '' })
  const signing = (await desk.rounds.sample({ ...sample, upTo: 'export' })).round
  await desk.signing.begin({ round: signing, name: '样例秘书', pin: '135790', algorithm: 'ES256' })

  for (const one of looks) {
    const { look, at } = one
    const declared = await comeIn(declaring, one)
    await declared
      .getByText(/^请留意：/)
      .first()
      .waitFor()
    expect(await barriersOn(declared), `declaring ${look}`).toEqual([])

    // Work, the list of what was sent, the form before handing in.
    const page = await comeIn(working, one)
    const seat = new SeatPage(page)
    await seat.score('C1').fill('1')
    await seat.waitUntilSaved()
    expect(await barriersOn(page), `work ${look}`).toEqual([])
    await buttonNamed(page, '本机待发 0 项').click()
    await page.getByRole('dialog').getByText('已送达').first().waitFor()
    expect(await barriersOn(page), `sent list ${look}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    const plan = { packet: where.packet, date: '2026-11-18', time: '10:00', place: '样例路 1 号', team }
    const stop = { ...plan, lead, recorder: team[at] ?? lead }
    await desk.visits.plan({ round: visiting, stops: [stop], settle: true })
    const site = await comeIn(visiting, one)
    const opening = site.getByRole('button', { name: new RegExp(`^打开 ${where.no} `) })
    await opening.waitFor()
    expect(await barriersOn(site), `stops of a visit ${look}`).toEqual([])
    await opening.click()
    await site.getByRole('textbox', { name: '考察意见' }).waitFor()
    expect(await barriersOn(site), `a visit ${look}`).toEqual([])

    const listening = await comeIn(deliberating, one)
    await listening.getByRole('region', { name: '会场' }).waitFor()
    expect(await barriersOn(listening), `deliberation ${look}`).toEqual([])

    const signer = await comeIn(signing, one)
    await signer.locator('b.fingerprint').waitFor()
    expect(await barriersOn(signer), `signing ${look}`).toEqual([])
    await Promise.all([declared, page, site, listening, signer].map((each) => each.context().close()))
  }
  expect(room.complaints).toEqual([])
})

/** From now on every key that goes down on the page is counted; what an input method inserts is none. */
function countKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dataset.keys = '0'
    const count = () => {
      document.documentElement.dataset.keys = String(Number(document.documentElement.dataset.keys) + 1)
    }
    window.addEventListener('keydown', count, true)
  })
}
const keysPressed = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset.keys))

/** What can be pressed in sight and is smaller than 44 px either way, by name and size. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], [role="spinbutton"], textarea, select')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
      // A field that grows with its text measures it in a hidden twin.
      .filter(({ element }) => element.getAttribute('aria-hidden') !== 'true')
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(
        ({ element, box }) =>
          `${element.getAttribute('aria-label') ?? element.textContent} ${Math.round(box.width)}×${Math.round(box.height)} .${element.className}`,
      ),
  )
}
