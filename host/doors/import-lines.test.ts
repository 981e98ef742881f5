/** How far an import is, as the command line says it. */
import { afterEach, expect, test, vi } from 'vitest'
import type { ImportProgress } from '../api/shapes.ts'
import type { Host } from '../host.ts'
import { tellingImport } from './import-lines.ts'

afterEach(() => vi.useRealTimers())

const half: ImportProgress = {
  sources: { done: 1, of: 3 },
  files: 12,
  bytes: { done: 25_400_000, of: 60_000_000 },
  secondsLeft: 7,
  current: '02-样例厂.zip',
  cancelling: false,
}

function importing(progress: ImportProgress) {
  const cancel = vi.fn()
  return { host: { importing: new Map([['r', { progress: () => progress, cancel }]]) } as unknown as Host, cancel }
}

/** An import that ends when the clock of the test says so. */
async function told(isTold: boolean, isTTY: boolean, lang: 'zh-CN' | 'en' = 'zh-CN'): Promise<string[]> {
  vi.useFakeTimers()
  const words: string[] = []
  const out = { isTTY, write: (said: string) => words.push(said) }
  const running = tellingImport(importing(half).host, { lang, isTold, out }, () => {
    return new Promise<void>((resolve) => setTimeout(resolve, 5_000))
  })
  await vi.advanceTimersByTimeAsync(5_000)
  await running
  return words
}

test('a script that asks for it hears a line when something changed, another hears nothing', async () => {
  expect(await told(true, false)).toEqual([
    '已处理 1 份，共 3 份；12 个文件，25 MB，共 60 MB，约还需 7 秒：02-样例厂.zip\n',
  ])
  expect(await told(true, false, 'en')).toEqual(['1 of 3 sources, 12 files, 25 of 60 MB, 7 s left: 02-样例厂.zip\n'])
  expect(await told(false, false)).toEqual([])
})

test('a terminal has one line that is wiped at the end', async () => {
  const words = await told(true, true)
  expect(words[0]?.startsWith('\r\u001b[K已处理 1 份')).toBe(true)
  expect(words.at(-1)).toBe('\r\u001b[K')
})

test('Ctrl+C cancels the import and leaves its answer to be printed', async () => {
  const { host, cancel } = importing(half)
  const out = { isTTY: false, write: () => true }
  const answer = await tellingImport(host, { lang: 'zh-CN', isTold: false, out }, async () => {
    process.emit('SIGINT')
    return 'what came in'
  })
  expect([answer, cancel.mock.calls.length]).toEqual(['what came in', 1])
})
