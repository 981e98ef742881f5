/**
 * A day in the room, as people do it: a desk, five seats on the local network and a wall, each in a browser of its own.
 * What several seats do alike, one or two do by hand and the others with the session of their browser. Every figure expected here was worked out by hand from the scores below and the facts of the two sample packets.
 */
import type { Browser } from 'playwright-core'
import QRCode from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { barriersOn, bundleAll, type House, openHouse, openRoom, sheetAtHost } from './house.ts'
import { ballotWords, type Choice, DeskPage, type Mark, SeatPage, sheetStates, WallPage } from './pages.ts'
import { callFrom } from './seats.ts'
import { walk } from './steps.ts'
import { readBook } from './workbook.ts'

if (!chromiumPath) {
  console.log('Skipped: the journey through a whole round, because no Chromium was found (JP_CHROMIUM can name one).')
}

/** The items that experts decide; the rest of the points follow from facts: 82.5 for the first packet, 78 for the second. */
const items = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1'] as const
type Deviations = Partial<Record<(typeof items)[number], [score: string, reason: string]>>

/** All items in order: those named with score and reason, the others in full, typed or by Enter alone. */
function marksOf(deviations: Deviations, full: Record<string, string> = {}): Mark[] {
  return items.map((item) => {
    const [score, reason] = deviations[item] ?? []
    return { item, score: score ?? full[item] ?? null, ...(reason !== undefined && { reason }) }
  })
}

type Person = {
  name: string
  first: Mark[]
  second: Mark[]
  ballots: [first: Choice, second: Choice]
  /** Printed totals of both packets, the second after the visit took a point from everybody. */
  totals: [first: number, second: number]
}
const typedInFull = { A1: '2', B3: '5', C1: '3', C2: '3', C3: '3', C4: '3', C5: '3', E1: '4' }
const people: Person[] = [
  {
    name: '评样一',
    first: marksOf({}),
    second: marksOf({ C1: ['2', '只解决了一个班组的问题'] }),
    ballots: ['for', 'for'],
    totals: [108.5, 102],
  },
  {
    name: '评样二',
    first: marksOf({ C3: ['2', '推广范围限于本车间'] }, typedInFull),
    second: marksOf({}, typedInFull),
    ballots: ['for', 'against'],
    totals: [107.5, 103],
  },
  {
    name: '评样三',
    first: marksOf({
      A1: ['1.5', '职责分工不够具体'],
      C1: ['2', '缺少过程记录'],
      E1: ['3.5', '交流记录不全'],
    }),
    second: marksOf({ B3: ['3.5', '两台设备与目标无关'], C4: ['1', '专利还在申请'] }),
    ballots: ['for', 'for'],
    totals: [106.5, 99.5],
  },
  {
    name: '评样四',
    // Typed in a Chinese input method's wide digits.
    first: marksOf({ B3: ['4', '设备台账缺两页'], C2: ['２．５', '改造效果没有数据'], C5: ['1', '项目未结题'] }),
    second: marksOf({ A1: ['0', '没有职责文件'], C3: ['0.5', '没有采用证明'] }),
    ballots: ['against', 'for'],
    totals: [105, 98.5],
  },
  {
    name: '评样五',
    first: marksOf({ A1: ['1', '岗位表缺签字'], C4: ['0', '没有专利或新工艺'], E1: ['2.25', '只有两次培训记录'] }),
    second: marksOf({ C2: ['0', '没有改造'], C5: ['2.7', '合同缺一页'], E1: ['1', '只有一次交流'] }),
    ballots: ['for', 'abstain'],
    totals: [102.75, 96.7],
  },
]
const workshops = ['样例甲钳工技能大师工作室', '样例乙电工技能大师工作室'] as const

let house: House
let browser: Browser
beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  ;[house, browser] = await Promise.all([openHouse(), launchChromium()])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test.skipIf(!chromiumPath)('a whole round in the room', { timeout: 600_000 }, async () => {
  const room = openRoom(browser)
  await walk(room, async (step) => {
    const desk = new DeskPage((await room.open('desk', { viewport: { width: 1366, height: 768 } })).page)
    const { round, title, packets } = await step('the sample round appears in the list and is opened', async () => {
      await desk.page.goto(house.url)
      await desk.waitUntilEmpty()
      const made = await house.desk.rounds.sample({
        experts: 5,
        packets: 2,
        upTo: 'reading',
        activity: 'term-assessment',
      })
      await desk.openRound(made.title)
      const list = await house.desk.packets.list({ round: made.round })
      expect(list.map(({ workshop }) => workshop)).toEqual(workshops)
      return { ...made, packets: list.map(({ packet }) => packet) as [string, string] }
    })

    const wall = await step('the wall opens from the desk, and in a browser of its own', async () => {
      const popup = await desk.openWall()
      await new WallPage(popup).waitFor(title)
      await popup.close()
      const page = new WallPage((await room.open('wall', { viewport: { width: 1920, height: 1080 } })).page)
      await page.page.goto(house.wallUrl(round))
      await page.waitFor(title)
      return page
    })

    const seats = await step('the network is opened and five experts take their seats', async () => {
      await desk.openNetwork()
      const codes = await house.desk.seats.codes({ round })
      expect(codes.map(({ seat, name }) => ({ seat, name }))).toEqual(
        people.map(({ name }, at) => ({ seat: at + 1, name })),
      )
      const taken = codes.map(async (code) => {
        const { seat, name, pin, urls, expert } = code
        const [scanned, local] = [urls[0] ?? '', urls.find((url) => url.startsWith('https://127.0.0.1:')) ?? '']
        // The picture on the screen holds the address; the test scans it from the inside.
        const drawn = await QRCode.toString(scanned, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
        expect(await desk.qrPicture(seat)).toBe(drawn)
        expect(await desk.seatCard(seat, name).textContent()).toContain(pin)
        expect(new URL(scanned).hash).toBe(new URL(local).hash)

        const opened = await room.open(`seat-${seat}`, {
          viewport: { width: 1366, height: 768 },
          ignoreHTTPSErrors: true,
        })
        const page = new SeatPage(opened.page)
        await page.page.goto(local)
        const card = await page.confirmMe()
        expect(card).toContain(`第 ${seat} 席`)
        expect(card).toContain(name)
        await page.waitForSheet(workshops[0])
        return { ...opened, expert, page, code, origin: new URL(local).origin }
      })
      const all = await Promise.all(taken)
      await desk.seatCard(5, '评样五').getByText('已入席').waitFor()
      return all
    })
    const seat = (no: number) => {
      const found = seats[no - 1]
      const person = people[no - 1]
      if (!found || !person) throw new Error(`there is no seat ${no}`)
      return { ...found, person }
    }
    /** A whole sheet handed in with the session of the seat's own browser. */
    const bySession = async (no: number, at: 0 | 1) => {
      const taken = seat(no)
      const judgements = Object.fromEntries(
        (at === 0 ? taken.person.first : taken.person.second).map(({ item, score, reason = '' }) => {
          const off = score === null ? 0 : Number(typedInFull[item as keyof typeof typedInFull]) - Number(score)
          return [item, { deduct: String(Math.round(off * 100) / 100), reason }]
        }),
      )
      await callFrom(taken, 'sheets.submit', { round, packet: packets[at], judgements, opinion: '同意。' })
    }
    /** Deductions and reasons as the host keeps them, for a sheet's judged items. */
    const keptAtHost = async (no: number, packet: string) => {
      const { context, origin, expert } = seat(no)
      const sheet = await sheetAtHost(context, origin, { round, expert, packet })
      return Object.fromEntries(
        sheet.blocks
          .flatMap((block) => block.items)
          .flatMap(({ id, judgement }) => (judgement ? [[id, [judgement.deduct, judgement.reason]]] : [])),
      )
    }

    await step('the first application is scored; seat 3 loses the network, seat 4 its page', async () => {
      const byHand = async () => {
        const { page, person } = seat(2)
        await page.mark(person.first)
        await page.waitUntilSaved()
        await page.submit()
        await page.waitUntilSubmitted()
      }
      await Promise.all([byHand(), bySession(1, 0), bySession(5, 0), loseTheNetwork(), loseThePage()])

      async function loseTheNetwork() {
        const { page, person } = seat(3)
        const [before, after] = [person.first.slice(0, 2), person.first.slice(2)]
        await page.mark(before)
        await page.waitUntilSaved()
        await room.offline(page.page, async () => {
          await page.mark(after)
          await page.waitUntilKept(6)
          await page.opinion.fill('断网时写的意见，一个字也不能丢。')
          await page.waitUntilKept(7)
          // Handing in has to wait, and says so.
          await page.submitButton.focus()
          await page.submit()
          await page.waitUntilNotSent()
          expect(await keptAtHost(3, packets[0])).toEqual({ A1: ['0.5', '职责分工不够具体'], B3: ['0', ''] })
        })
        await page.waitUntilSaved()
        expect(await keptAtHost(3, packets[0])).toEqual({
          A1: ['0.5', '职责分工不够具体'],
          B3: ['0', ''],
          C1: ['1', '缺少过程记录'],
          C2: ['0', ''],
          C3: ['0', ''],
          C4: ['0', ''],
          C5: ['0', ''],
          E1: ['0.5', '交流记录不全'],
        })
        await room.reload(page.page)
        await page.waitForSheet(workshops[0])
        expect(await page.entered(items)).toEqual({
          A1: { score: '1.5', reason: '职责分工不够具体' },
          B3: { score: '5', reason: '' },
          C1: { score: '2', reason: '缺少过程记录' },
          C2: { score: '3', reason: '' },
          C3: { score: '3', reason: '' },
          C4: { score: '3', reason: '' },
          C5: { score: '3', reason: '' },
          E1: { score: '3.5', reason: '交流记录不全' },
        })
        expect(await page.opinion.inputValue()).toBe('断网时写的意见，一个字也不能丢。')
      }

      async function loseThePage() {
        const { page, person, origin, again } = seat(4)
        await page.mark(person.first.slice(0, 4))
        // Closed at once: the last reason may not have left the device yet.
        await page.page.close()
        const reopened = new SeatPage(await again())
        await reopened.page.goto(origin)
        await reopened.waitForSheet(workshops[0])
        expect(await reopened.entered(items)).toEqual({
          A1: { score: '2', reason: '' },
          B3: { score: '4', reason: '设备台账缺两页' },
          C1: { score: '3', reason: '' },
          C2: { score: '2.5', reason: '改造效果没有数据' },
          C3: { score: '', reason: '' },
          C4: { score: '', reason: '' },
          C5: { score: '', reason: '' },
          E1: { score: '', reason: '' },
        })
        await reopened.mark(person.first.slice(4))
        await reopened.waitUntilSaved()
        const at = seats[3]
        if (at) at.page = reopened
      }
    })

    await step('the screens are open to everybody, and the desk sees states', async () => {
      const { submitted, draft, unseen } = sheetStates
      await desk.goToStage('审阅评分')
      await desk.waitForMatrix([
        [submitted, submitted, draft, draft, submitted],
        [unseen, unseen, unseen, unseen, unseen],
      ])
      const barriers = await Promise.all([barriersOn(seat(4).page.page), barriersOn(desk.page), barriersOn(wall.page)])
      expect(barriers, 'axe on seat, desk and wall').toEqual([[], [], []])
    })

    await step('all sheets are handed in', async () => {
      const first = [3, 4].map(async (no) => {
        const { page } = seat(no)
        await page.submitButton.focus()
        await page.submit()
        await page.waitUntilSubmitted()
      })
      const second = async () => {
        const { page, person } = seat(2)
        await page.nextSheet()
        await page.waitForSheet(workshops[1])
        await page.mark(person.second)
        await page.waitUntilSaved()
        await page.submit()
        await page.waitUntilSubmitted()
      }
      await Promise.all([...first, second(), ...[1, 3, 4, 5].map((no) => bySession(no, 1))])
      const { submitted } = sheetStates
      const row = [submitted, submitted, submitted, submitted, submitted]
      await desk.waitForMatrix([row, row])
      await desk.closeStage('审阅评分', '现场考察')
    })

    await step('visits and minutes: one by hand, one by call', async () => {
      await house.desk.visits.record({
        round,
        packet: packets[0],
        date: '2026-11-18',
        place: '测试重型机床厂三车间',
        present: ['评样一', '评样二'],
        opinion: '与申报一致。',
      })
      await desk.choosePacket(2)
      await desk.recordVisit({
        place: '检修车间二楼',
        present: { member: '评样三', guest: '记录员甲' },
        opinion: '配套资金凭证合计九万元。',
        finding: { fact: 'B1', seen: '9' },
      })
      await desk.closeStage('现场考察', '集中评议')
      await house.desk.minutes.record({ round, packet: packets[1], text: '同意考察所见。' })
      await desk.choosePacket(1)
      await desk.recordMinutes({
        text: '一致认为条件较好。',
        dissent: { who: '第 4 席 评样四', text: '课题应结题后再评。' },
      })
      await desk.closeStage('集中评议', '实名表决')
    })

    await step('both applications are voted on by name', async () => {
      for (const [at, workshop] of workshops.entries()) {
        await desk.choosePacket(at + 1)
        await desk.openVote()
        await desk.waitForVotesMissing(people.length)
        const voters = people.map(({ name, ballots }, index) => ({ name, choice: ballots[at as 0 | 1], index }))
        // On the first all vote by hand; on the second one does.
        const cast = (some: typeof voters) =>
          Promise.all(
            some.map(({ index, choice }) =>
              at === 0 || index === 4
                ? seat(index + 1).page.vote(choice)
                : callFrom(seat(index + 1), 'votes.cast', { round, packet: packets[at as 0 | 1], choice }),
            ),
          )
        await cast(voters.slice(0, 3))
        await wall.waitForVoted(3, 5)
        await desk.waitForVotesMissing(2)
        await wall.waitFor(workshop)
        const state = ['已投', '已投', '已投', '未投', '未投']
        expect(await wall.seats()).toEqual(state.map((word, of) => `第 ${of + 1} 席${people[of]?.name}${word}`))
        await cast(voters.slice(3))
        await wall.waitForVoted(5, 5)
        expect(await wall.seats()).toEqual(people.map(({ name }, of) => `第 ${of + 1} 席${name}已投`))
        const { vote } = await house.desk.wall.show({ round })
        expect(vote?.ballots.map(({ choice }) => choice)).toEqual([null, null, null, null, null])
        await desk.closeVote()
        await wall.waitFor('唱票 0 / 5')
        await desk.publishVote()
        await wall.waitFor(
          at === 0 ? '同意 4 票，反对 1 票，弃权 0 票，通过' : '同意 3 票，反对 1 票，弃权 1 票，未通过',
        )
        expect(await wall.seats()).toEqual(
          voters.map(({ name, choice, index }) => `第 ${index + 1} 席${name}${ballotWords[choice].screen}`),
        )
        await Promise.all(seats.map(({ page }) => page.waitUntilVoteIsOver()))
      }
      await desk.closeStage('实名表决', '结果')
    })

    await step('the result is frozen', async () => {
      // 530.25 / 5 and 499.7 / 5; four of five are enough for two thirds, three are not.
      expect(await desk.ranking()).toEqual([
        expect.objectContaining({ 名次: '1', 得分: '106.05', 等次: '优秀' }),
        expect.objectContaining({ 名次: '2', 得分: '99.94', 等次: '优秀' }),
      ])
      await desk.freeze()
      await wall.waitFor('评审结论')
      await desk.closeStage('结果', '签名导出')
    })

    await step('the workbook says what the seats entered', async () => {
      const { name, path: file } = await desk.downloadWorkbook()
      expect(name).toMatch(/\.xlsx$/)
      const book = await readBook(file)
      const totals = (at: 0 | 1) =>
        Object.fromEntries(people.map((one, of) => [`${of + 1}席 ${one.name}`, one.totals[at]]))
      expect(book.table('评分汇总表', '采用分')).toEqual([
        expect.objectContaining({
          编号: 1,
          ...totals(0),
          平均分: 106.05,
          '去极值 平均分': 106.33,
          中位数: 106.5,
          采用分: 106.05,
          名次: 1,
          等次: '优秀',
        }),
        expect.objectContaining({
          编号: 2,
          ...totals(1),
          平均分: 99.94,
          '去极值 平均分': 100,
          中位数: 99.5,
          采用分: 99.94,
          名次: 2,
          等次: '优秀',
        }),
      ])
      const ballots = (at: 0 | 1) =>
        Object.fromEntries(people.map((one, of) => [`${of + 1}席 ${one.name}`, ballotWords[one.ballots[at]].paper]))
      expect(book.table('实名表决表', '结果')).toEqual([
        expect.objectContaining({ 编号: 1, ...ballots(0), 同意: 4, 反对: 1, 弃权: 0, '需要 票数': 4, 结果: '通过' }),
        expect.objectContaining({ 编号: 2, ...ballots(1), 同意: 3, 反对: 1, 弃权: 1, '需要 票数': 4, 结果: '未通过' }),
      ])
      expect(book.table('排序与建议名单', '精确值')).toEqual([
        expect.objectContaining({ 名次: 1, 编号: 1, 采用分: 106.05, 精确值: '2121/20', 等次: '优秀' }),
        expect.objectContaining({ 名次: 2, 编号: 2, 采用分: 99.94, 精确值: '4997/50', 等次: '优秀' }),
      ])
      for (const [at, { name: who, first, second }] of people.entries()) {
        const written = book.text(`个人评分表-${at + 1} ${who}`)
        for (const { reason } of [...first, ...second]) if (reason) expect(written).toContain(reason)
      }
      expect(book.text('个人评分表-3 评样三')).toContain('断网时写的意见，一个字也不能丢。')
    })
  })
})
