/** Says on stderr how far an import from the command line is, and stops it without harm at Ctrl+C. */
import type { Lang } from '#core/lang.ts'
import type { ImportProgress } from '../api/shapes.ts'
import type { Host } from '../host.ts'

const terminalMs = 500
const scriptMs = 2_000

type Telling = {
  readonly lang: Lang
  /** Lines are told: always at a terminal, in a script when it asks for them. */
  readonly isTold: boolean
  readonly out: { readonly isTTY?: boolean; write(words: string): unknown }
}

/** Runs an import while telling how far it is. A terminal has one line that changes, a script a line every two seconds. */
export async function tellingImport<T>(host: Host, { lang, isTold, out }: Telling, work: () => Promise<T>): Promise<T> {
  const begun = new Map<string, string>()
  const tell = () => {
    for (const [round, job] of host.importing) {
      const line = lineOf(job.progress(), lang)
      if (begun.get(round) === line) continue
      begun.set(round, line)
      out.write(out.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
    }
  }
  const stop = () => {
    for (const job of host.importing.values()) job.cancel()
  }
  process.once('SIGINT', stop)
  const timer = isTold ? setInterval(tell, out.isTTY ? terminalMs : scriptMs) : undefined
  try {
    return await work()
  } finally {
    clearInterval(timer)
    process.off('SIGINT', stop)
    if (out.isTTY && begun.size > 0) out.write('\r\u001b[K')
  }
}

/** One line: sources, files, bytes, the time left and what is being read. */
function lineOf({ sources, files, bytes, secondsLeft, current, cancelling }: ImportProgress, lang: Lang): string {
  const [done, all] = [megabytes(bytes.done), megabytes(bytes.of)]
  if (lang === 'en') {
    const left = cancelling ? ', stopping' : secondsLeft === null ? '' : `, ${secondsLeft} s left`
    return `${sources.done} of ${sources.of} sources, ${files} files, ${done} of ${all} MB${left}: ${current}`
  }
  const left = cancelling ? '，正在停止' : secondsLeft === null ? '' : `，约还需 ${secondsLeft} 秒`
  return `已处理 ${sources.done} 份，共 ${sources.of} 份；${files} 个文件，${done} MB，共 ${all} MB${left}：${current}`
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)
