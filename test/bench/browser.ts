/** A real browser on a bench's own page, which is made of the screens' very modules. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { root } from '#build/repo.mjs'
import { chromiumPath, launchChromium } from '../helpers/chromium.ts'
import { MissingPeer } from './peers.ts'

const folder = path.join(root, 'out', 'bench', 'pages')
const types: Record<string, string> = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' }

/** Bundles one page of `pages/` as the screens are bundled; the product does so before every run, its peers take what is there. */
export async function bundlePage(source: string): Promise<void> {
  const name = path.parse(source).name
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(root, 'renderer'),
    publicDir: false,
    plugins: [react()],
    // The bench is started by hand, with whatever NODE_ENV; a bundle for developers would be another program.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: path.join(folder, name),
      emptyOutDir: true,
      target: ['chrome109', 'safari15.4'],
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: path.join(root, 'test', 'bench', 'pages', source),
        output: { entryFileNames: 'page.js' },
        preserveEntrySignatures: 'exports-only',
      },
    },
  })
}

/**
 * Opens a bundled page in Chromium at 1600 × 900 and lets `work` use it; `/data/…` are the files of a folder.
 * @throws MissingPeer where there is no browser.
 */
export async function onPage<T>(
  name: string,
  work: (page: Page) => Promise<T>,
  { data, styles = [] }: { data?: string; styles?: readonly string[] } = {},
): Promise<T> {
  if (!chromiumPath) throw new MissingPeer('Chromium', 'chromium')
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench.invalid')
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html')
      const links = styles.map((_, at) => `<link rel="stylesheet" href="/style-${at}.css">`).join('')
      response.end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8">${links}<body><div id="root"></div></body>`)
      return
    }
    const style = pathname.match(/^\/style-(\d+)\.css$/)
    const file = style
      ? path.join(root, 'renderer', styles[Number(style[1])] ?? '')
      : pathname.startsWith('/data/') && data !== undefined
        ? path.join(data, path.basename(pathname))
        : path.join(folder, name, path.normalize(pathname))
    if (!existsSync(file)) {
      response.statusCode = 404
      response.end()
      return
    }
    response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream')
    response.setHeader('content-length', statSync(file).size)
    response.setHeader('cache-control', 'no-store')
    createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1_600, height: 900 } })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    return await work(page)
  } finally {
    await browser.close()
    server.close()
  }
}

export type TableFigures = { mount: number; update: number; scroll: number; scrollP95: number; seen?: string[] }

/** Runs one function of `pages/table.tsx`. */
export function tableTrial(way: string, rows: number, times: number): Promise<TableFigures> {
  return onPage(
    'table',
    (page) =>
      page.evaluate(
        async ([url, name, many, often]) => {
          const module = await import(url)
          return module[name](many, often)
        },
        ['/page.js', way, rows, times] as const,
      ),
    { styles: ['kit/kit.css', 'desk/styles/schemes.css', 'desk/styles/room.css', 'desk/styles/matrix.css'] },
  )
}
