/** The end of a round at the desk: what people still decide at the line, and every paper as it comes out of the printer. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import qrcode from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { partsOf } from '#test/papers/unzip.ts'
import { scratchFolder } from '#test/room.ts'
import { bundleAll, type House, openHouse, openRoom } from './house.ts'
import { DeskPage } from './pages.ts'
import { readPrinted, squeezed } from './printed.ts'
import { walk } from './steps.ts'
import { playTiedRound } from './tied-round.ts'

if (!chromiumPath) console.log('Skipped: the papers of a round, because no Chromium was found.')

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

/** What the printer is given of the paper that is chosen, and the paper's own text and margins. */
async function printed(page: Page, name: string) {
  const { docx } = await house.desk.papers.paper({ round, name })
  const xml = (await partsOf(Buffer.from(docx, 'base64'))).get('word/document.xml') ?? ''
  // A twentieth of a point is Word's unit; number, fingerprint and code need so much room whatever the paper says.
  const margin = (side: string, least: number) => {
    const set = [...xml.matchAll(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`, 'g'))].map(([, twips]) => Number(twips))
    return Math.max(Math.min(...set) / 20, least)
  }
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await keep(`${path.basename(name, '.docx')}.pdf`, bytes)
  const pages = await readPrinted(bytes, { top: margin('top', 30), bottom: margin('bottom', 46) })
  const paragraphs = xml.split('</w:p>').map((paragraph) => squeezed(textOf(paragraph)))
  return { pages, paragraphs: paragraphs.filter((text) => text !== '') }
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
    const clerk = new DeskPage(page)
    const named = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
    const picture = async (name: string) => keep(`${name}.png`, await page.screenshot())
    await page.goto(house.url)
    await page.goto(new URL(`#/round/${round}/result`, house.url).href)

    await step('the result is frozen', async () => {
      await desk.results.decideLine({
        ...{ round, reason: '样例' },
        secondVote: Object.fromEntries((await desk.packets.list({ round })).map(({ packet, no }) => [packet, 10 - no])),
      })
      await clerk.freeze()
      await clerk.closeStage('遴选结果', '签名导出')
    })

    await step(
      'each Word paper is looked at and printed: all its text, page of pages, fingerprint and code',
      async () => {
        await named(/打印$/).first().click()
        const { ledger } = await desk.rounds.show({ round })
        const fingerprint = ledger.head.slice(0, 16)
        const code = qrcode.create(`JP1/${round}/${ledger.head}`.toUpperCase(), { errorCorrectionLevel: 'L' }).modules
        for (const [group, name, words] of [
          ['文书', '计票单', '计票单'],
          ['文书', '评议纪要', '评议纪要'],
          ['告知书', '告知书/评审结果告知书-2号', '特此告知'],
          ['申报表（已填专家意见）', '申报表（已填专家意见）/1号-样例甲钳工技能大师工作室', '填 报 时 间'],
          ['评审档案', '评审档案-4号', '台账记录'],
        ] as const) {
          const short = name.replace(/^.*\//, '')
          const choice = page.getByRole('combobox', { name: '打印哪一份' })
          await choice.fill(short)
          await page.locator('.ant-select-item-group', { hasText: group }).waitFor()
          await page.getByTitle(short, { exact: true }).last().click()
          await page.locator('.word-paper section.docx', { hasText: words }).first().waitFor()
          await picture(`print-${short}`)
          const { pages, paragraphs } = await printed(page, `${name}.docx`)
          const whole = pages.map(({ body }) => body).join('')
          expect(paragraphs.length).toBeGreaterThan(5)
          for (const paragraph of paragraphs) expect(whole, name).toContain(paragraph)
          for (const [at, { edges, size, pictures }] of pages.entries()) {
            expect(size.map(Math.round), name).toEqual([595, 842])
            expect(edges, name).toContain(`第${at + 1}页共${pages.length}页`)
            expect(edges, name).toContain(`台账指纹${fingerprint}`)
            const qr = pictures.at(-1)
            if (!qr) throw new Error(`${name}: page ${at + 1} has no code`)
            const scale = qr.width / code.size
            const isThere = Array.from(code.data, (dark, index) => {
              const [x, y] = [index % code.size, Math.floor(index / code.size)]
              return qr.isDark(Math.floor((x + 0.5) * scale), Math.floor((y + 0.5) * scale)) === Boolean(dark)
            })
            expect(isThere.indexOf(false), `${name}: the code on page ${at + 1}`).toBe(-1)
          }
        }
      },
    )
  })
})
