/** The power is gone at one seat: a blank sheet is printed at the desk, filled in by hand, and entered by two clerks. */
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { hostedJourneys } from './hosted.ts'
import { barriersOn, openRoom } from './house.ts'
import { openSeats, sitDown } from './seats.ts'

const here = hostedJourneys('a sheet on paper')
const { journey } = here

const judged = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1']

journey('a paper sheet is printed, filled in and entered twice', { timeout: 120_000 }, async () => {
  const room = openRoom(here.browser)
  const { round, packets, codes } = await openSeats(here.house, { experts: 5, packets: 2 })
  const [first] = codes
  const [packet] = packets
  if (!first || !packet) throw new Error('the sample round is too small')
  const { page } = await room.open('desk', { viewport: { width: 1366, height: 768 } })
  await page.goto(here.house.url)
  await page.goto(`${new URL(here.house.url).origin}/#/round/${round}/reading`)
  const named = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const picture = async (name: string) => {
    const folder = process.env.JP_PICTURES
    if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) })
  }

  const coming = page.waitForEvent('download')
  await named('打印空白评分表').click()
  expect((await coming).suggestedFilename()).toBe('空白评分表.docx')
  await named('打印空白评分表').scrollIntoViewIfNeeded()
  await picture('paper-1-reading')

  await named('录入纸质评分表').click()
  expect(await barriersOn(page)).toEqual([])
  await picture('paper-2-pick')
  // A hand scanner types what the code says and ends with Enter.
  await page.getByRole('searchbox', { name: '扫描右上角的二维码' }).fill('JP-SHEET/other/x/y')
  const refusedBefore = room.complaints.length
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '不是本次评审的评分表编码' }).waitFor()
  room.complaints.splice(refusedBefore)
  await page
    .getByRole('searchbox', { name: '扫描右上角的二维码' })
    .fill(`JP-SHEET/${round}/${first.expert}/${packet.packet}`)
  await page.keyboard.press('Enter')

  await page.getByRole('dialog', { name: /^第一遍：第 1 席/ }).waitFor()
  await page.getByRole('textbox', { name: '录入人', exact: true }).fill('样例录入甲')
  await typeDeductions(page, { C1: '1.5' })
  await page.getByRole('textbox', { name: 'C1 扣分理由' }).fill('缺少过程记录（样例）')
  await page.getByRole('textbox', { name: /^扫描件编号/ }).fill('扫描-01')
  const photo = { name: '第1席 1号.jpg', mimeType: 'image/jpeg', buffer: photographed() }
  await page.locator('input[type="file"]').setInputFiles(photo)
  const scan = page.getByRole('region', { name: '纸质评分表扫描件' })
  await scan.getByRole('img', { name: '第1席 1号' }).first().waitFor()
  expect(await barriersOn(page)).toEqual([])
  await picture('paper-3-first')
  await named('录完，换第二人').click()

  await page.getByRole('dialog', { name: /^第二遍：第 1 席/ }).waitFor()
  // The second person sees neither numbers nor reasons of the first.
  const fields = await page.getByRole('dialog').getByRole('textbox').all()
  expect(await Promise.all(fields.map((field) => field.inputValue()))).toEqual(Array(1 + judged.length).fill(''))
  expect(await page.getByRole('dialog').textContent()).not.toContain('缺少过程记录')
  // What the second person types from: the same scan, beside the form.
  await scan.getByRole('img', { name: '第1席 1号' }).first().waitFor()
  await page.getByRole('textbox', { name: '第二录入人' }).fill('样例录入乙')
  await typeDeductions(page, { C1: '15' })
  await named('两遍一致，提交').click()
  await page
    .getByRole('alert')
    .filter({ hasText: /两次录入不一致.*C1/ })
    .waitFor()
  await picture('paper-4-differs')
  room.complaints.splice(refusedBefore)
  await page.getByRole('textbox', { name: 'C1 扣分', exact: true }).fill('1.50')
  expect(await barriersOn(page)).toEqual([])
  await named('两遍一致，提交').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('第 1 席对 1 号的纸质评分表已提交').waitFor()

  // Its expert, back at the seat, finds it locked and marked.
  const seated = await sitDown(room, first)
  // The seat opens what is still to do; the sheet that was handed in is one key away.
  await seated.seat.waitForSheet(packets[1]?.workshop ?? '')
  await seated.page.keyboard.press('Alt+ArrowUp')
  await seated.seat.waitForSheet(packet.workshop)
  await seated.page.getByRole('alert').filter({ hasText: '已提交并锁定' }).getByText(/版本/).click()
  await seated.page
    .getByText(/纸质评分表，样例录入甲录入，样例录入乙再录一遍，扫描件 扫描-01，所附文件 第1席 1号\.jpg/)
    .waitFor()
  expect(await barriersOn(seated.page)).toEqual([])
  expect(room.complaints).toEqual([])
})

/** A photo of a sheet: only that it is a picture of a page matters here. */
function photographed(): Buffer {
  const canvas = createCanvas(1_240, 1_754)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f1ea'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#333'
  for (let line = 0; line < 30; line += 1) context.fillRect(120, 140 + 50 * line, 400 + ((line * 137) % 560), 18)
  return canvas.toBuffer('image/jpeg', 80)
}

async function typeDeductions(page: Page, deducted: Record<string, string>): Promise<void> {
  for (const item of judged) {
    await page.getByRole('textbox', { name: `${item} 扣分`, exact: true }).fill(deducted[item] ?? '0')
  }
}
