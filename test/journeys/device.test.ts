// The page about this computer: a register and a region's holidays taken in, the check, and help for the page.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { chromiumPath, launchChromium } from '#test/helpers/chromium.ts'
import { barriersOn, bundleAll, openHouse, openRoom } from './house.ts'

async function table(file: string, rows: readonly (readonly string[])[]): Promise<string> {
  const book = new exceljs.Workbook()
  book.addWorksheet('样例').addRows(rows.map((row) => [...row]))
  await book.xlsx.writeFile(file)
  return file
}

test.skipIf(!chromiumPath)(
  'register and holidays come in by Excel, and the computer is looked over',
  async () => {
    await bundleAll()
    const folder = mkdtempSync(path.join(tmpdir(), 'jp-device-'))
    const register = await table(path.join(folder, '名册.xlsx'), [
      ['工作室名称', '领办人', '依托单位', '职业（工种）', '命名时间', '状态'],
      ['样例老甲焊工技能大师工作室', '样例老甲', '测试旧机床厂', '焊工', '2021', '有效'],
    ])
    const holidays = await table(path.join(folder, '节假日.xlsx'), [
      ['日期', '安排'],
      ['2026-09-13', '放假'],
    ])
    const house = await openHouse()
    const browser = await launchChromium()
    try {
      const room = openRoom(browser)
      const { page } = await room.open('desk')
      await page.goto(house.url)
      await page.getByRole('button', { name: '本机' }).click()
      await page.getByText('还没有导入名册').waitFor()
      const files = page.locator('input[type=file]')
      await files.first().setInputFiles(register)
      await page.getByRole('cell', { name: '样例老甲焊工技能大师工作室' }).waitFor()
      await page.getByRole('textbox', { name: /^地区/ }).fill('样例州')
      await files.nth(1).setInputFiles(holidays)
      await page.getByRole('listitem').filter({ hasText: '样例州' }).waitFor()
      // A table without the wanted headings is refused by name and changes nothing.
      await files.first().setInputFiles(holidays)
      await page.getByRole('alert').filter({ hasText: '节假日.xlsx' }).waitFor()
      expect(await page.getByRole('cell', { name: '样例老甲焊工技能大师工作室' }).count()).toBe(1)
      await page.getByText('一切正常').waitFor()
      expect(await barriersOn(page)).toEqual([])
      // The recovery passphrase exists where the system keeps secrets; here its answers are put in the host's mouth.
      await page.route('**/rpc/desk/keys/show', (route) =>
        route.fulfill({ json: { json: { bound: true, recovery: null } } }),
      )
      await page.route('**/rpc/desk/keys/makeRecovery', (route) =>
        route.fulfill({ json: { json: { passphrase: 'k7m2-p9qr-x4tv-b6wn-c3hd' } } }),
      )
      await page.reload()
      await page.getByRole('button', { name: '生成恢复口令' }).click()
      await page.getByText('只显示这一次。').waitFor()
      expect(await barriersOn(page)).toEqual([])
      const printed = await page.pdf({ format: 'A4' })
      if (process.env.JP_PICTURES) writeFileSync(path.join(process.env.JP_PICTURES, 'recovery.pdf'), printed)
      // without Poppler it was printed all the same, and only its words are not looked at
      if (!spawnSync('pdftotext', ['-v']).error) {
        const said = execFileSync('pdftotext', ['-', '-'], { input: printed, encoding: 'utf8' })
        expect(said).toContain('k7m2-p9qr-x4tv-b6wn-c3hd')
        expect(said).not.toContain('样例老甲焊工技能大师工作室')
      }
      await page.keyboard.press('F1')
      await page.getByRole('heading', { level: 1, name: '出问题时' }).waitFor()
      expect(await barriersOn(page)).toEqual([])
    } finally {
      await browser.close()
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
  90_000,
)
