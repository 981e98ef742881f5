/**
 * Urumqi, as people do it: read → visit → deliberate → vote, with seven seats, one recusal, one absence with its
 * alternate, one dissent, one stage reopened, one tie and its run-off; the papers agree with the screens.
 */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { scratchFolder } from '#test/room.ts'
import { bundleAll, type House, openHouse, openRoom, paperText } from './house.ts'
import { type Choice, DeskPage, WallPage } from './pages.ts'
import { callFrom, enterFromPaper } from './seats.ts'
import { electAndName, seatSeven, takeSeats } from './selection.ts'
import { walk } from './steps.ts'
import { readBook } from './workbook.ts'

if (!chromiumPath) console.log('Skipped: the journey through Urumqi’s selection, because no Chromium was found.')

const workshops = ['样例甲钳工技能大师工作室', '样例乙电工技能大师工作室', '样例丙焊工技能大师工作室'] as const
let house: House
let browser: Browser
beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  ;[house, browser] = await Promise.all([openHouse(), launchChromium()])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** A ballot on the list, letter by letter: y for, n against. */
const spelled = (packets: readonly string[], letters: string): Record<string, Choice> =>
  Object.fromEntries(packets.map((packet, at) => [packet, letters[at] === 'y' ? 'for' : 'against']))

test.skipIf(!chromiumPath)('read, visit, deliberate, vote', { timeout: 600_000 }, async () => {
  const room = openRoom(browser)
  const { desk } = house
  await walk(room, async (step) => {
    const made = await desk.rounds.sample({ upTo: 'panel', activity: 'selection', experts: 7, packets: 3 })
    const { round } = made
    const packets = (await desk.packets.list({ round })).map(({ packet }) => packet) as [string, string, string]
    const page = new DeskPage((await room.open('desk', { viewport: { width: 1366, height: 768 } })).page)
    const wall = new WallPage((await room.open('wall', { viewport: { width: 1920, height: 1080 } })).page)
    const at = (fragment: string) => page.page.goto(new URL(`#/round/${round}/${fragment}`, page.page.url()).href)

    const panel = await step('the panel, its officers and an elected chair', async () => {
      const seated = await seatSeven(desk, round)
      await page.page.goto(house.url)
      await at('panel/officers')
      await electAndName(page)
      await page.closeStage('组建专家组', '承诺与回避')
      return seated
    })
    const { members, alternate } = panel

    await step('declarations, one of them a recusal; seat 7 does not come and the alternate steps in', async () => {
      const value = { numerator: 2, denominator: 3, strict: false, base: 'present' }
      await desk.rounds.adopt({ round, choice: 'vote-rule', value, note: '局长办公会' })
      for (const [seat, expert] of members.entries()) {
        const conflicts = seat === 4 ? [{ packet: packets[1], kind: 'cooperation' as const, note: '合作项目' }] : []
        await desk.recusals.declare({ round, expert, conflicts })
      }
      await page.closeStage('承诺与回避', '审阅材料')
      await at('panel/attendance')
      await page.noteAttendance('早退', '评样七')
      await page.enterAlternate('第 7 席 评样七', '因病不能到会')
      await page.page.getByText('已递补第 7 席（原 评样七）：因病不能到会').waitFor()
    })

    const seat = await step('seven people take their seats; the alternate declares there', async () => {
      const seats = await takeSeats(house, room, round)
      expect(seats(7).code.name).toBe('候样甲')
      await seats(7).seat.declareNone()
      await seats(7).seat.opinion.waitFor()
      return seats
    })
    const present = [...members.slice(0, 6), alternate]

    await step('opinions: two by hand, the others by call; the sites are visited', async () => {
      await Promise.all(
        [1, 7].map(async (no) => {
          const { seat: own } = seat(no)
          await own.opinion.fill('材料真实，带徒有成效。')
          await own.waitUntilSaved()
          await own.submitButton.focus()
          await own.submit()
          await own.waitUntilSubmitted()
        }),
      )
      for (const [index, expert] of present.entries()) {
        for (const packet of packets) {
          const isRecused = index === 4 && packet === packets[1]
          const isDone = (index === 0 || index === 6) && packet === packets[0]
          if (!isRecused && !isDone) await enterFromPaper(desk, { round, expert, packet, opinion: '同意。' })
        }
      }
      await at('reading')
      await page.closeStage('审阅材料', '现场考察')
      for (const packet of packets) {
        const visit = { date: '2026-11-18', place: '工作室', present: ['评样一'], opinion: '与申报一致。' }
        await desk.visits.record({ round, packet, ...visit })
      }
      await page.closeStage('现场考察', '集中评议')
    })

    await step('the second item is before the room: seat 5 leaves; a dissent goes into the minutes', async () => {
      await wall.page.goto(house.wallUrl(round))
      await page.choosePacket(2)
      await page.page.getByText('须离场：第 5 席 评样五').waitFor()
      await page.showOnFloor()
      await seat(5).page.getByText('您对本项回避，请离场等候。').waitFor()
      await seat(1).page.getByText(`正在评议：2 ${workshops[1]}`).waitFor()
      await wall.waitFor('请离场：第 5 席 评样五')
      await page.recordMinutes({
        text: '有分歧。',
        dissent: { who: '第 4 席 评样四', text: '带徒协议不全，我不同意。' },
      })
      for (const packet of [packets[0], packets[2]]) await desk.minutes.record({ round, packet, text: '一致认可。' })
      await page.closeStage('集中评议', '实名表决')
    })

    await step('the deliberation is reopened: asked for at the desk, granted on the chair’s own seat', async () => {
      await at('deliberation')
      await page.askReopening('漏记一条动议')
      await seat(1).page.getByRole('button', { name: '批准重开' }).click()
      await page.waitForStage('集中评议')
      const motions = [{ text: '补测场地面积', by: '评样二', outcome: '无异议' }]
      await desk.minutes.record({ round, packet: packets[2], text: '一致认可。', motions })
      await page.closeStage('集中评议', '实名表决')
    })

    await step('a list of three with two places: level at the last place, then the run-off', async () => {
      await at('vote')
      await page.prepareList(2)
      await wall.waitFor('请组长宣读规则，即将开始表决')
      await wall.waitFor('整张选票共 3 项，名额 2 个')
      await wall.waitFor('实到 6 人，回避 1 人')
      expect((await desk.votes.list({ round })).votes.map(({ present: here, needed }) => [here, needed])).toEqual([
        [7, 5],
        [6, 4],
        [7, 5],
      ])
      const asked = await page.openPrepared()
      expect(asked).toContain('1、3 号： 应到 7 人，回避 0 人，实到 7 人，须 5 票同意。')
      expect(asked).toContain('2 号： 应到 7 人，回避 1 人，实到 6 人，须 4 票同意。')
      expect(asked).toContain('回避，不投票（1）第 5 席 评样五（2 号）')
      await seat(1).seat.voteList(workshops, ['同意', '同意', '同意'])
      // For 1: all but seat 7. For 2 (seat 5 is recused): 1, 2, 3, 4, 6. For 3: 1, 2, 3, 5, 6.
      const ballots = ['', 'yyy', 'yyy', 'yyn', 'yny', 'yyy', 'nnn']
      for (const [index, letters] of ballots.entries()) {
        if (letters === '') continue
        const choices = spelled(packets, letters)
        if (index === 4) delete choices[packets[1]]
        await callFrom(seat(index + 1), 'votes.castList', { round, choices })
      }
      await wall.waitForVoted(7, 7)
      await page.closeVote()
      await page.page.getByText('末位票数并列：2 样例乙电工技能大师工作室、3 样例丙焊工技能大师工作室').waitFor()
      await page.prepareRunOff()
      await page.openPrepared()
      const second = ['yn', 'yn', 'yn', 'yn', 'y', 'ny', 'ny']
      for (const [index, letters] of second.entries()) {
        const choices = spelled(index === 4 ? [packets[2]] : packets.slice(1), letters)
        await callFrom(seat(index + 1), 'votes.castList', { round, choices })
      }
      await page.closeVote()
      // Three for the third, five are needed; four for the second are enough: 4 of 6 are two thirds.
      await page.publishVote()
      await wall.waitFor('同意 4 票，通过')
      await wall.waitFor('同意 3 票，未通过')
      await page.choosePacket(1)
      await page.publishVote()
      await page.closeStage('实名表决', '结果')
    })

    await step('the result is frozen; the papers say what the screens said', async () => {
      await page.freeze()
      await page.closeStage('结果', '签名导出')
      const out = scratchFolder()
      await desk.papers.export({ round, out })
      const text = (name: string) => paperText(path.join(out, 'papers', name))
      const tally = await text('计票单.docx')
      // Two ballots were held: the list, on which the second had one voter less, and the run-off.
      expect(tally).toContain('整张选票：1号、2号、3号　第 1 次表决|首次；名额 2 个；')
      expect(tally).toContain('|1|7|0|7|7|7|7|0|2|7|1|6|6|6|6|0|3|7|0|7|7|7|7|0|得票：|')
      expect(tally).toContain(`|1|${workshops[0]}|6|1|0|5|通过|2|${workshops[1]}|5|1|0|4|末位并列|`)
      expect(tally).toContain(`|3|${workshops[2]}|5|2|0|5|末位并列|`)
      expect(tally).toContain('整张选票：2号、3号　第 2 次表决|末位再次表决，原因：末位票数并列；')
      expect(tally).toContain(`|2|${workshops[1]}|4|2|0|4|通过|`)
      expect(tally).toContain(`|3|${workshops[2]}|3|4|0|5|未通过|`)
      expect(tally).toContain('监票人（监票样）')
      const minutes = await text('评议纪要.docx')
      expect(minutes).toContain('不同意见（评样四）：带徒协议不全，我不同意。')
      expect(minutes).toContain('推选产生：评样一 4 票、评样二 3 票')
      expect(minutes).toContain('动议（评样二）：补测场地面积。结果：无异议')
      expect(minutes).toContain('回避本项的专家：评样五')
      expect(await text('实名表决记录.docx')).toContain('|7|候样甲|')
      const proposal = await text('建议名单.docx')
      expect(proposal).toContain(workshops[1])
      expect(proposal).not.toContain(workshops[2])
      const visits = await text('现场考察记录.docx')
      for (const workshop of workshops) expect(visits).toContain(workshop)
      expect(minutes).toContain('候样甲递补第 7 席，替换评样七（因病不能到会）')
      const book = await readBook(path.join(out, 'result.xlsx'))
      const voters = ['评样一', '评样二', '评样三', '评样四', '评样五', '评样六', '候样甲']
      const words = { y: '同意', n: '反对', '-': '回避' } as const
      // The first was decided on the list, the others in the run-off.
      const wanted = ['yyyyyyn', 'yyyy-nn', 'nnnnyyy']
      const ballots = book.table('实名表决表', '结果')
      expect(ballots.map((row) => voters.map((name, index) => row[`${index + 1}席 ${name}`]))).toEqual(
        wanted.map((letters) => [...letters].map((letter) => words[letter as keyof typeof words])),
      )
      expect(ballots.map((row) => [row.同意, row.反对, row['需要 票数'], row.结果])).toEqual([
        [6, 1, 5, '通过'],
        [4, 2, 4, '通过'],
        [3, 4, 5, '未通过'],
      ])
      const attendance = book.text('回避与出席')
      expect(attendance).toMatch(/评样七.*早退/)
      expect(attendance).toMatch(/候样甲.*递补第 7 席，替换评样七，原因：因病不能到会/)
      expect(attendance).toMatch(/样例乙.*评样五.*合作项目/)
      expect(book.text('评议纪要与不同意见')).toContain('带徒协议不全，我不同意。')
      expect(book.text('现场考察记录')).toContain('与申报一致。')
    })
  })
})
