/** The page that goes with a workbook, opened from disk in a browser that has no network. */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { scratchFolder } from '#test/room.ts'
import { signedRound } from './signed-round.ts'
import { bytesOf, cellTamperings } from './tampering.ts'

const page = path.join(import.meta.dirname, '../../out/renderer/check.html')
const isReady = Boolean(chromiumPath) && existsSync(page)
if (!isReady) console.info('Without a Chromium and the built screens the page that goes with a workbook is not tried.')

test.skipIf(!isReady)(
  'says that a workbook holds, and names the cell that was changed',
  async () => {
    const { workbook } = await signedRound('mixed')
    const folder = scratchFolder()
    const [whole, changed] = [path.join(folder, 'result.xlsx'), path.join(folder, 'changed.xlsx')]
    writeFileSync(whole, workbook)
    const tampering = [...cellTamperings(workbook)].find(({ what }) => what.startsWith('评分汇总表 F'))
    writeFileSync(changed, tampering ? bytesOf(tampering) : '')
    const browser = await launchChromium()
    try {
      const context = await browser.newContext({ locale: 'zh-CN', offline: true })
      const tab = await context.newPage()
      await tab.goto(pathToFileURL(page).href)
      await tab.setInputFiles('input', whole)
      await tab.waitForSelector('section.holds h2', { timeout: 60_000 })
      expect(await tab.textContent('section h2')).toContain('核验通过：应有的 6 个数字签名齐全有效')
      await tab.setInputFiles('input', changed)
      await tab.waitForSelector('section.fails h2', { timeout: 60_000 })
      expect(await tab.textContent('section ol')).toContain('《评分汇总表》在签名之后被改动过')
      expect(await tab.textContent('section ol')).toContain(`《评分汇总表》${tampering?.what.split(' ')[1]}`)
    } finally {
      await browser.close()
    }
  },
  180_000,
)
