/** The end of a round at the desk: what people still decide at the line, the public list, and every paper off the printer. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import qrcode from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { partsOf } from '#test/papers/unzip.ts'
import { scratchFolder } from '#test/room.ts'
import { barriersOn, bundleAll, type House, openHouse, openRoom, paperText } from './house.ts'
import { DeskPage, until } from './pages.ts'
import { type PrintedPage, readPrinted, squeezed } from './printed.ts'
import { walk } from './steps.ts'
import { playTiedRound } from './tied-round.ts'

if (!chromiumPath) console.log('Skipped: the papers of a round, because no Chromium was found.')

const workshops = [
  '样例甲钳工技能大师工作室',
  '样例乙电工技能大师工作室',
  '样例丙焊工技能大师工作室',
  '样例丁汽车维修工技能大师工作室',
] as const
const [one, two, three, four] = workshops

/** Group and name of a paper on the list, and words that no other of them has. */
const papers = [
  ['文书', '计票单', '得票'],
  ['文书', '评议纪要', '没有提出不同意见'],
  ['告知书', '评审结果告知书-2号', '特此告知'],
  ['申报表（已填专家意见）', `1号-${one}`, '填 报 时 间'],
  ['评审档案', '评审档案-4号', '台账记录'],
] as const

let house: House
let browser: Awaited<ReturnType<typeof launchChromium>>
let round = ''
beforeAll(async () => {
  if (!chromiumPath) return
  await bundleAll()
  const store = scratchFolder()
  round = await playTiedRound(store)
  ;[house, browser] = await Promise.all([openHouse(store), launchChromium()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** Chooses a paper on the print page; answers the pages as they print, and every paragraph of the file they show. */
async function printPaper(page: Page, [group, name, words]: (typeof papers)[number]) {
  const coming = page.waitForResponse('**/rpc/desk/papers/paper')
  await page.getByRole('combobox', { name: '打印哪一份' }).fill(name)
  await page.locator('.ant-select-item-group', { hasText: group }).waitFor()
  await page.getByTitle(name, { exact: true }).last().click()
  const { json } = await (await coming).json()
  await page.locator('.word-paper section.docx', { hasText: words }).first().waitFor()
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await keep(`${name}.pdf`, bytes)
  const xml = (await partsOf(Buffer.from(json.docx, 'base64'))).get('word/document.xml') ?? ''
  const pages = await readPrinted(bytes, { top: marginOf(xml, 'top', 30), bottom: marginOf(xml, 'bottom', 46) })
  const paragraphs = xml.split('</w:p>').map((paragraph) => squeezed(textOf(paragraph)))
  return { pages, paragraphs: paragraphs.filter((text) => text !== '') }
}

/** The narrowest of a paper's sections, in points; header and footer need so much room whatever it is. */
function marginOf(xml: string, side: 'top' | 'bottom', least: number): number {
  const set = [...xml.matchAll(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`, 'g'))].map(([, twips]) => Number(twips))
  return Math.max(Math.min(...set) / 20, least)
}

/** Texts in an XML of Word, with its signs as they are read. */
function textOf(xml: string): string {
  const runs = [...xml.matchAll(/<w:t(?=[\s>])[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
  return runs
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** The places of a code where the last picture of a page differs from it. */
function differences({ pictures }: PrintedPage, code: { size: number; data: Uint8Array }): number {
  const picture = pictures.at(-1)
  if (!picture) return code.data.length
  const middle = (place: number) => Math.floor(((place + 0.5) * picture.width) / code.size)
  const isDark = (index: number) => picture.isDark(middle(index % code.size), middle(Math.floor(index / code.size)))
  return Array.from(code.data, (dark, index) => isDark(index) !== Boolean(dark)).filter(Boolean).length
}

async function keep(name: string, bytes: Uint8Array) {
  const folder = process.env.JP_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), bytes)
}

test.skipIf(!chromiumPath)('what is decided at the line, and the papers', { timeout: 240_000 }, async () => {
  const room = openRoom(browser)
  const { desk } = house
  await walk(room, async (step) => {
    const { page } = await room.open('desk', { viewport: { width: 1366, height: 768 } })
    page.setDefaultTimeout(15_000)
    const clerk = new DeskPage(page)
    const named = (name: string) => page.getByRole('button', { name, exact: true })
    const region = (name: string) => page.getByRole('region', { name })
    /** What still moves is neither judged nor pictured. */
    const look = async (name: string) => {
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
      await keep(`${name}.png`, await page.screenshot())
      expect(await barriersOn(page), name).toEqual([])
    }
    await page.goto(house.url)
    await page.goto(new URL(`#/round/${round}/result`, house.url).href)

    await step('who competes no longer is listed with the reason', async () => {
      const card = region('未参加排序的申报')
      await card.getByText('申报人退出：申报单位来函撤回（样例）').waitFor()
      expect(await card.getByRole('row').count()).toBe(2)
    })

    /** The states at the line in the order of the list. */
    const waitForStates = (wanted: string) =>
      until(`the line is ${wanted}`, async () => {
        const cells = await region('入选线与依据').locator('tbody tr td:first-child').allTextContents()
        return cells.join(' ') === wanted
      })
    const decideLine = async (filled: Record<string, string>, name: string) => {
      await named('处理并列和例外').click()
      const dialog = page.getByRole('dialog')
      for (const [label, value] of Object.entries(filled)) await dialog.getByLabel(label).fill(value)
      await dialog.getByLabel('决定依据（会议、时间、谁决定）').fill('样例会议，组长主持')
      await look(name)
      await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
      await dialog.waitFor({ state: 'detached' })
    }

    await step('a second vote, an exception, another second vote: each keeps what was decided before', async () => {
      await waitForStates('待定 线上 线上 待定 线下')
      await decideLine({ [`第二轮同意票：1 ${one}`]: '2', [`第二轮同意票：4 ${four}`]: '3' }, 'line-1')
      await waitForStates('线下 线上 线上 线上 线下')
      // Four for three places now, and no scores that rank them.
      await decideLine({ [`准予例外的理由：1 ${one}`]: '分厂独立核算（样例）' }, 'line-2')
      await waitForStates('待定 待定 待定 待定 线下')
      await decideLine({ [`第二轮同意票：2 ${two}`]: '5', [`第二轮同意票：3 ${three}`]: '1' }, 'line-3')
      await waitForStates('线上 线上 线下 线上 线下')
    })

    await step('the result is frozen: the dialog says what, and wants chair and secretary', async () => {
      await named('固定结果').click()
      const dialog = page.getByRole('dialog')
      const freeze = dialog.getByRole('button', { name: '固定结果' })
      await dialog.locator('dt').first().waitFor()
      await freeze.click()
      await dialog.getByText('须组长当场核对').waitFor()
      await dialog.getByText('请填写秘书姓名').waitFor()
      await look('freeze')
      await dialog.getByRole('checkbox', { name: '组长 评样一 已当场核对以上结果，同意固定' }).check()
      await dialog.getByRole('textbox', { name: '秘书姓名（经办人）' }).fill('样例秘书')
      await freeze.click()
      await dialog.waitFor({ state: 'detached' })
      await clerk.closeStage('遴选结果', '签名导出')
    })

    await step('the list is posted by number; an objection holds its own entry until it is decided', async () => {
      const card = region('公示与异议')
      await card.getByLabel('张贴（发布）日期').fill('2026-11-30')
      await card.getByLabel('公示天数').fill('5')
      await card.getByRole('combobox', { name: '排列' }).click()
      await page.getByTitle('申报编号', { exact: true }).click()
      await card.getByLabel('公示地点（网站）').fill('样例市人力资源和社会保障局网站')
      await card.getByRole('button', { name: '记录公示' }).click()
      // From the day after the posting, five working days; the next step on the day after.
      await card.getByText('公示 2026-12-01 至 2026-12-07，2026-12-08 起可办下一步').waitFor()
      await card.getByRole('combobox', { name: '对哪一项' }).click()
      await page.getByTitle(`2 ${two}`, { exact: true }).click()
      await card.getByLabel('收到日期').fill('2026-12-03')
      await card.getByLabel('提出人（不公开）').fill('样例某')
      await card.getByLabel('异议内容').fill('带徒协议不全（样例）。')
      await card.getByRole('button', { name: '登记异议' }).click()
      await card.getByText('核实中，暂缓').waitFor()
      await card.scrollIntoViewIfNeeded()
      await look('publication')
      const standings = async () => (await desk.publication.show({ round })).rows.map(({ standing }) => standing)
      expect((await standings()).filter((standing) => standing === 'held')).toHaveLength(1)
      await card.getByLabel('核实情况和理由').fill('协议原件齐全，经核实不成立（样例）。')
      await card.getByRole('button', { name: '不成立，继续' }).click()
      await card.getByText('异议不成立').waitFor()
      expect(await standings()).not.toContain('held')
    })

    await step('a dossier is downloaded, and the templates are laid out once', async () => {
      const card = region('评审档案')
      await card.getByRole('combobox', { name: '选择申报' }).fill('样例丁')
      await page.getByTitle(`4 ${four}`, { exact: true }).click()
      const coming = page.waitForEvent('download')
      await card.getByRole('button', { name: '下载评审档案' }).click()
      const download = await coming
      expect(download.suggestedFilename()).toBe('评审档案-4号.docx')
      expect(await paperText(await download.path())).toContain('评审档案　4号')
      await card.getByRole('button', { name: '写出模板' }).click()
      await card.getByText('已写出 3 个模板').waitFor()
      await card.getByRole('button', { name: '写出模板' }).click()
      await card.getByText('没有改动').waitFor()
      await card.scrollIntoViewIfNeeded()
      await look('dossier')
    })

    await step('each Word paper prints whole, with page of pages, fingerprint and code', async () => {
      await page.getByRole('button', { name: /打印$/ }).first().click()
      const { ledger } = await desk.rounds.show({ round })
      const code = qrcode.create(`JP1/${round}/${ledger.head}`.toUpperCase(), { errorCorrectionLevel: 'L' }).modules
      for (const paper of papers) {
        const [, name] = paper
        const { pages, paragraphs } = await printPaper(page, paper)
        const whole = pages.map(({ body }) => body).join('')
        expect(paragraphs.length).toBeGreaterThan(5)
        for (const paragraph of paragraphs) expect(whole, name).toContain(paragraph)
        for (const [at, printed] of pages.entries()) {
          expect(printed.size.map(Math.round), name).toEqual([595, 842])
          expect(printed.edges, name).toContain(`第${at + 1}页共${pages.length}页`)
          expect(printed.edges, name).toContain(`台账指纹${ledger.head.slice(0, 16)}`)
          expect(differences(printed, code), `${name}: the code on page ${at + 1}`).toBe(0)
        }
      }
      await look('print')
    })
  })
})
