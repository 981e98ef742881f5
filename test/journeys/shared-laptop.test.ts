/** One laptop, two experts: what the first wrote is out of the second's reach, by address, button, storage and call. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { hostedJourneys } from './hosted.ts'
import { barriersOn, openRoom } from './house.ts'
import { until } from './pages.ts'
import { addressOf, openSeats, sitDown } from './seats.ts'

const here = hostedJourneys('two experts at one laptop')
const { journey } = here

const sent = '甲的理由已经送到主机'
const unsent = '甲的理由还在这台电脑上'
const buttonNamed = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** Everything this page could read of what the browser keeps, as one text. */
function keptInBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie]
    for (const { name = '' } of await indexedDB.databases()) {
      const handle = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      for (const store of handle.objectStoreNames) {
        const drawer = handle.transaction(store).objectStore(store)
        const all = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve) => {
            request.onsuccess = () => resolve(request.result)
          })
        const bytes = (await all<{ sealed: ArrayBuffer }[]>(drawer.getAll())).map(({ sealed }) =>
          new TextDecoder().decode(sealed),
        )
        found.push(store, JSON.stringify(await all(drawer.getAllKeys())), ...bytes)
      }
      handle.close()
    }
    for (const name of await caches.keys()) found.push(name)
    return found.join('\n')
  })
}

journey('the next expert sees nothing of the last', { timeout: 120_000 }, async () => {
  const room = openRoom(here.browser)
  const { round, packets, codes, origin } = await openSeats(here.house, { experts: 5, packets: 2 })
  const [first, second] = codes
  const [packet] = packets
  if (!first || !second || !packet) throw new Error('the sample round is too small')
  const { page, seat, context } = await sitDown(room, first, { viewport: { width: 1366, height: 768 } })
  const call = (path: string, json: unknown, headers = {}) =>
    context.request.post(`${origin}${path}`, { data: { json }, headers })
  const sheetOf = (expert: string, headers = {}) =>
    call('/rpc/seat/sheets/show', { round, expert, packet: packet.packet }, headers)

  // The first expert deducts with a reason; then the network goes, and a second reason stays on the laptop.
  await seat.mark([
    { item: 'A1', score: '1', reason: sent },
    { item: 'B3', score: null },
  ])
  await seat.waitUntilSaved()
  const oldCookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await room.offline(page, async () => {
    await seat.mark([{ item: 'C1', score: '2', reason: unsent }])
    await seat.waitUntilKept(1)
    await buttonNamed(page, '换人').click()
    await page
      .getByRole('dialog')
      .getByText(/还有 1 项没有送到主机，已加密存在本机/)
      .waitFor()
    expect(await barriersOn(page)).toEqual([])
    await buttonNamed(page, '清屏并交出').click()
    await page.getByText(/正在等待连上主机/).waitFor()
    expect(await page.locator('body').textContent()).not.toMatch(/甲的理由|评样一|样例甲/)
  })

  // The host is back: the door stands open for the next one, with PIN.
  await page.getByText(/上一位专家已退出/).waitFor()
  expect(await barriersOn(page)).toEqual([])
  const says = `${await page.locator('body').textContent()}${page.url()}${await keptInBrowser(page)}`
  for (const trace of [sent, unsent, '评样一', first.expert, packet.packet, first.pin])
    expect(says).not.toContain(trace)

  const refusedBefore = room.complaints.length
  // By call: the first's sheet with nobody's session, and with the session the first had.
  for (const headers of [{}, { cookie: oldCookie }]) {
    const answer = await sheetOf(first.expert, headers)
    expect([answer.status(), (await answer.json()).json.data.code]).toEqual([401, 'not-signed-in'])
  }
  // By address: the first's card was good once.
  await page.goto(addressOf(first))
  await page.getByRole('alert').waitFor()
  expect(page.url()).toBe(`${origin}/`)
  // By the buttons of the browser.
  for (const go of [() => page.goBack(), () => page.goForward()]) {
    await go()
    await page.getByRole('textbox', { name: '席位号' }).waitFor()
    expect(await page.locator('body').textContent()).not.toMatch(/甲的理由|评样一/)
  }
  room.complaints.splice(refusedBefore)

  await page.getByRole('textbox', { name: '席位号' }).fill(String(second.seat))
  await page.getByRole('textbox', { name: /^PIN/ }).fill(second.pin)
  await buttonNamed(page, /入席$/).click()
  expect(await seat.confirmMe()).toContain('评样二')
  await seat.waitForSheet(packet.workshop)
  expect(await seat.entered(['A1', 'C1'])).toEqual({ A1: { score: '', reason: '' }, C1: { score: '', reason: '' } })
  expect(await keptInBrowser(page)).not.toMatch(/甲的理由/)
  // Signed in as the second: the first's sheet, list and card are still not to be had.
  for (const path of ['/rpc/seat/sheets/list', '/rpc/seat/me/show']) {
    const answer = await call(path, { round, expert: first.expert })
    expect((await answer.json()).json.data.code).toBe('not-allowed')
  }
  expect((await (await sheetOf(first.expert)).json()).json.data.code).toBe('not-allowed')
  expect((await sheetOf(second.expert)).ok()).toBe(true)

  // A shared laptop that is left alone locks itself.
  await page.clock.install()
  await page.reload()
  await seat.waitForSheet(packet.workshop)
  await page.clock.fastForward('03:05')
  await page.getByText(/一段时间无人操作，本机已锁定/).waitFor()
  expect((await sheetOf(second.expert)).status()).toBe(401)

  // Back at the laptop, the first finds everything, and what waited goes to the host by itself.
  await page.getByRole('textbox', { name: '席位号' }).fill(String(first.seat))
  await page.getByRole('textbox', { name: /^PIN/ }).fill(first.pin)
  await buttonNamed(page, /入席$/).click()
  await seat.confirmMe()
  await seat.waitForSheet(packet.workshop)
  expect(await seat.entered(['A1', 'C1'])).toEqual({
    A1: { score: '1', reason: sent },
    C1: { score: '2', reason: unsent },
  })
  await until('the host has the reason that waited', async () => {
    const { json } = await (await sheetOf(first.expert)).json()
    return JSON.stringify(json).includes(unsent)
  })
  expect(room.complaints).toEqual([])
  await context.close()
})
