/** What journeys stand on: the program in a process of its own, a browser, and pages whose every complaint is kept. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { promisify } from 'node:util'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import axe from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { DeskContract } from '#host/api/contract.ts'
import type { SheetView } from '#host/api/shapes.ts'
import { partsOf } from '#test/papers/unzip.ts'

const root = path.resolve(import.meta.dirname, '../..')

export type Desk = ContractRouterClient<DeskContract>
export type House = {
  /** The desk's address with its key, as the program prints it. */
  readonly url: string
  wallUrl(round: string): string
  /** The secretariat's methods, called from outside like the desk's page calls them. */
  readonly desk: Desk
  close(): Promise<void>
}

/** Brings the bundles that a journey runs on up to date. */
export async function bundleAll(): Promise<void> {
  const args = [path.join(root, 'build/bundle.mjs'), 'host', 'renderer', 'samples']
  // A test runner's NODE_ENV would make a bundle for developers of it.
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
}

/** Starts the program on an empty store, or on one that was prepared; closing it also deletes the store. */
export async function openHouse(store = mkdtempSync(path.join(tmpdir(), 'jiangping-journey-'))): Promise<House> {
  const child = spawn(process.execPath, [path.join(root, 'out/host/cli.js'), 'serve', '--json', '--store', store], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  const url = await addressOf(child, () => said)
  const { origin, hash } = new URL(url)
  const key = new URLSearchParams(hash.slice(1)).get('k') ?? ''
  const desk: Desk = createORPCClient(
    new RPCLink({ url: `${origin}/rpc/desk`, headers: { authorization: `Bearer ${key}` } }),
  )
  return {
    url,
    desk,
    wallUrl: (round) => `${origin}/wall.html#${new URLSearchParams({ k: key, round })}`,
    async close() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      if (child.exitCode === null && child.kill('SIGTERM')) await ended
      rmSync(store, { recursive: true, force: true })
      if (said !== '') throw new Error(`the host complained:\n${said}`)
    },
  }
}

function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it was open\n${said()}`)))
    child.once('error', reject)
    if (child.stdout === null) return
    readline.createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line).url))
  })
}

/**
 * What a device lets go of when it hears nothing for some seconds, and sends again. On a busy machine that happens, and
 * is no fault; whether everything arrived is what the journeys look at.
 */
const letGo = /\/rpc\/seat\/(sheets\/save|pulse\/send|visits\/(save|photo))$/

/** Something a page must never do: an error on its console, a broken content policy, a request that failed. */
export type Room = {
  open(
    name: string,
    options?: BrowserContextOptions,
  ): Promise<{ context: BrowserContext; page: Page; again(): Promise<Page> }>
  /** While the work runs, this page has no network, and its complaints about that are what the journey wants. */
  offline(page: Page, work: () => Promise<void>): Promise<void>
  /** Reloads a page; what it was asking for at that moment is cut off. */
  reload(page: Page): Promise<void>
  readonly complaints: string[]
  /** Saves a picture of every open page and answers where. */
  shoot(folder: string): Promise<string[]>
}

/** Pages of one browser, each in a context of its own, all of them listened to. */
export function openRoom(browser: Browser): Room {
  const complaints: string[] = []
  const pages = new Map<Page, string>()
  const wanted = new Map<Page, RegExp>()
  const watch = (name: string, page: Page) => {
    pages.set(page, name)
    let isOpen = true
    const complain = (what: string) => isOpen && complaints.push(`${name}: ${what}`)
    const isWanted = (text: string) => wanted.get(page)?.test(text) === true
    page.on('close', () => {
      isOpen = false
      pages.delete(page)
    })
    page.on('pageerror', (error) => complain(`threw ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type()) || isWanted(message.text())) return
      complain(`console ${message.type()} ${message.text()} (${message.location().url})`)
    })
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? ''
      // The live stream has no end: leaving or reloading a page is how it ends.
      if (why === 'net::ERR_ABORTED' && request.url().endsWith('/live/watch')) return
      if (why === 'net::ERR_ABORTED' && letGo.test(request.url())) return
      if (!isWanted(why)) complain(`request ${request.url()} failed, ${why}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) complain(`${response.status()} from ${response.url()}`)
    })
    return page
  }
  return {
    complaints,
    async open(name, options = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Urumqi', ...options })
      // Other tests may hold both cores: what takes a second then takes a minute, and is no failure.
      context.setDefaultTimeout(90_000)
      // Said on the console, where the page's listener hears it, in words that name the directive.
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`content policy: ${event.effectiveDirective} forbids ${event.blockedURI}`)
        })
      })
      context.on('page', (page) => watch(name, page))
      const page = await context.newPage()
      return { context, page, again: () => context.newPage() }
    },
    async offline(page, work) {
      wanted.set(page, /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)/)
      await page.context().setOffline(true)
      try {
        await work()
      } finally {
        await page.context().setOffline(false)
      }
    },
    async reload(page) {
      wanted.set(page, /net::ERR_ABORTED/)
      await page.reload()
      wanted.delete(page)
    },
    async shoot(folder) {
      mkdirSync(folder, { recursive: true })
      const shot = [...pages].map(async ([page, name]) => {
        const file = path.join(folder, `${name}.png`)
        rmSync(file, { force: true })
        const isShot = await page.screenshot({ path: file, timeout: 20_000 }).then(
          () => true,
          () => false,
        )
        return isShot ? file : `${name}: no picture could be taken`
      })
      return Promise.all(shot)
    },
  }
}

/** A sheet as the host has it, asked with the session that this context's seat holds; also while its page is offline. */
export async function sheetAtHost(
  context: BrowserContext,
  origin: string,
  ask: { round: string; expert: string; packet: string },
): Promise<SheetView> {
  const answer = await context.request.post(`${origin}/rpc/seat/sheets/show`, { data: { json: ask } })
  const { json } = await answer.json()
  if (!answer.ok()) throw new Error(`sheets.show answered ${answer.status()}: ${JSON.stringify(json)}`)
  return json
}

/** The words of a Word paper, cells and paragraphs parted by "|". */
export async function paperText(file: string): Promise<string> {
  const parts = await partsOf(readFileSync(file))
  const xml = parts.get('word/document.xml') ?? ''
  return `|${xml.replace(/<\/w:p>/g, '|').replace(/<[^>]+>/g, '')}`
}

/** What axe finds wrong on a page as it stands, one line each with the place. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const runner = (window as unknown as { axe: { run: () => Promise<import('axe-core').AxeResults> } }).axe
    return (await runner.run()).violations
  })
  return found.map(
    ({ id, impact, help, nodes }) =>
      `${id} (${impact}): ${help}: ${nodes
        .slice(0, 4)
        .map(({ target, failureSummary }) => `${target.join(' ')} [${failureSummary?.split('\n')[1]?.trim()}]`)
        .join('; ')}${nodes.length > 4 ? ` and ${nodes.length - 4} more` : ''}`,
  )
}
