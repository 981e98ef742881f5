/** The command-line door (headless.md): clerks script the program with it, auditors check it. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import readline from 'node:readline'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Lang } from '#core/lang.ts'
import { type Refusal, Refused, refuse, sentenceOf } from '#core/refusal.ts'
import type { Diagnosis, SchemeCheck, SchemeSummary } from '../api/shapes.ts'
import { refusalOf } from '../api/wire.ts'
import { type Caller, type Host, openHost } from '../host.ts'
import { playDemo } from '../sample/demo.ts'
import { sampleKeys } from '../sample/sign.ts'
import { openDeskWindow } from './browser-shell.ts'
import { defaultStore } from './default-store.ts'
import { callMethod, methodNames } from './dispatch.ts'
import { hubCommand } from './hub-command.ts'
import { tellingImport } from './import-lines.ts'
import { findingLines, schemeLines } from './scheme-lines.ts'
import { serveDesk } from './serve.ts'
import { verifyFile } from './verify-command.ts'

type Options = { store: string; lang: Lang; lines: boolean; json: boolean; port: number | undefined; values: Values }
type Values = ReturnType<typeof readArguments>['values']

const help = {
  'zh-CN': `匠评 jiangping —— 离线评审
用法：jp [--store 文件夹] [--lang zh-CN|en] 命令 …

  jp call 方法 [JSON | @文件 | -]     调用一个方法，在标准输出打印一个 JSON
  jp call --lines 方法                逐行读入 JSON，逐行回答
  jp demo --out 文件夹                用样例材料自动走完一轮评审
         [--scheme ID] [--activity ID] [--experts N] [--packets N]
         [--keys RS256|ES256|mixed]
  jp verify 文件 [--json]             核验一本结果工作簿（0 通过，3 有问题，2 读不了）
         [--authority 证书或指纹]
  jp schemes                          列出已有方案
  jp schemes check 文件或文件夹       检查方案文件，逐处说明问题
  jp import 评审 文件或文件夹 … [--progress]
                                      导入申报材料；在终端里显示进度，Ctrl+C 停止，已导入的不受影响
  jp export 评审 --out 文件夹         导出结果工作簿和文书
  jp backup 评审 --to 文件            备份一轮评审
  jp restore 备份文件                 恢复一份备份；原来的数据改名留在旁边
  jp hub push 归档 --to postgres://…  把结束的评审汇总到单位的 PostgreSQL
  jp hub extract --from postgres://… --out 文件 [--unit 单位] [--leader 姓名]
                                      摘录历次命名、取消和重复申报，带签名
  jp hub take 文件 [--signer 编号]    把摘录并入历年名册，供资格审查使用
  jp doctor [--json]                  检查本机和数据，不含任何个人信息
  jp open [文件] [--port N]           打开秘书处窗口，或在其中查看一个 .jpa 文件；没有图形界面时给出地址
  jp serve [--port N] [--json]        只提供秘书处界面的地址，不开窗口

方法：`,
  en: `Jiangping, offline review panels
Usage: jp [--store DIR] [--lang zh-CN|en] COMMAND …

  jp call METHOD [JSON | @file | -]   call one method, print one JSON value on stdout
  jp call --lines METHOD              one JSON per line in, one answer per line out
  jp demo --out DIR                   play a whole round on the sample packets
         [--scheme ID] [--activity ID] [--experts N] [--packets N]
         [--keys RS256|ES256|mixed]
  jp verify FILE [--json]             check a result workbook (0 holds, 3 findings, 2 not ours)
         [--authority CERTIFICATE|SHA256]
  jp schemes                          list the schemes
  jp schemes check PATH               check a scheme file or folder, place by place
  jp import ROUND PATH … [--progress] import applications; a terminal shows how far it is, Ctrl+C
                                      stops it and harms nothing that came in
  jp export ROUND --out DIR           write the workbook and the papers
  jp backup ROUND --to FILE           back up a round
  jp restore BACKUP                   restore a backup; what was there stays beside it, renamed
  jp hub push ARCHIVE --to postgres://…  add a finished round to the bureau's PostgreSQL
  jp hub extract --from postgres://… --out FILE [--unit U] [--leader L]
                                      earlier awards, bans and repeat applicants, signed
  jp hub take FILE [--signer N]       add an extract to the register that eligibility looks at
  jp doctor [--json]                  look this computer and its data over; nothing personal in it
  jp open [FILE] [--port N]           open the desk's window, or a .jpa in it; without a display, its address
  jp serve [--port N] [--json]        serve the desk's screens and print their address only

Methods:`,
} as const

function readArguments(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    strict: true,
    options: {
      store: { type: 'string' },
      lang: { type: 'string' },
      lines: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      progress: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      out: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
      unit: { type: 'string' },
      leader: { type: 'string' },
      signer: { type: 'string' },
      passphrase: { type: 'string' },
      port: { type: 'string' },
      scheme: { type: 'string' },
      activity: { type: 'string' },
      experts: { type: 'string' },
      packets: { type: 'string' },
      keys: { type: 'string' },
      authority: { type: 'string' },
    },
  })
}

/** Runs one command line. Returns the exit code: 0 done, 1 crash, 2 refused. */
export async function main(args: string[]): Promise<number> {
  let lang: Lang = 'zh-CN'
  try {
    const { values, positionals } = parse(args)
    lang = values.lang === 'en' ? 'en' : 'zh-CN'
    z.config(lang === 'en' ? z.locales.en() : z.locales.zhCN())
    const [command, ...rest] = positionals
    if (values.help || command === undefined || command === 'help') {
      print(
        `${help[lang]}\n${methodNames()
          .map((name) => `  ${name}`)
          .join('\n')}`,
      )
      return 0
    }
    const port = values.port === undefined ? undefined : Number(values.port)
    const options: Options = {
      store: path.resolve(values.store ?? defaultStore()),
      lang,
      lines: values.lines,
      json: values.json,
      port,
      values,
    }
    return await run(command, rest, options)
  } catch (error) {
    // A refusal may come through the contract's own client, as in the demonstration.
    const reason = refusalOf(error)
    if (!reason) {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      return 1
    }
    sayRefusal(reason, lang)
    return 2
  }
}

function parse(args: string[]) {
  try {
    return readArguments(args)
  } catch (error) {
    return refuse('bad-input', { problems: error instanceof Error ? error.message : String(error) })
  }
}

async function run(command: string, rest: string[], options: Options): Promise<number> {
  const { values } = options
  const call = (method: string, input: unknown) =>
    withHost(options, (host) => callAndPrint(host, options, method, input))
  const [first = '', ...others] = rest
  switch (command) {
    case 'call':
      return options.lines
        ? withHost(options, (host) => callLines(host, options, first))
        : call(first, await inputOf(others[0]))
    case 'schemes':
      return first === 'check' ? checkSchemeFile(options, others[0] ?? '') : listSchemesFor(options)
    case 'import':
      return call('packets.import', { round: first, paths: others.map((one) => path.resolve(one)) })
    case 'export':
      return call('papers.export', { round: first, out: path.resolve(values.out ?? '.') })
    case 'backup':
      return call('backup.create', { round: first, to: values.to ?? `${first}.sqlite` })
    case 'restore':
      return call('backup.restore', { path: path.resolve(first) })
    case 'hub':
      return withHost(options, (host) =>
        hubCommand({ host, caller: callerOf(options) }, first, others[0] ?? '', values).then((line) => {
          print(line)
          return 0
        }),
      )
    case 'demo':
      return playDemo({
        out: path.resolve(values.out ?? 'demo-out'),
        lang: options.lang,
        scheme: values.scheme ?? 'urumqi-2023',
        activity: values.activity,
        experts: wholeNumber('experts', values.experts),
        packets: wholeNumber('packets', values.packets),
        keys: oneOf('keys', values.keys ?? 'RS256', sampleKeys),
        say: (line) => process.stderr.write(`${line}\n`),
        print,
      })
    case 'doctor':
      return withHost(options, (host) => doctor(host, options))
    case 'open':
      return openDeskWindow({
        store: options.store,
        lang: options.lang,
        port: options.port,
        file: first || undefined,
        window: process.env.JP_SHELL === 'none' ? 'none' : 'auto',
        say: (line) => process.stderr.write(`${line}\n`),
        print,
      })
    case 'verify':
      return verifyFile({
        file: path.resolve(first),
        lang: options.lang,
        json: options.json,
        authority: values.authority,
        print,
      })
    case 'serve':
      return serve(options)
    default:
      return refuse('unknown-method', { method: command })
  }
}

/** The list as JSON on stdout, and as lines for people on stderr. */
async function listSchemesFor(options: Options): Promise<number> {
  return withHost(options, async (host) => {
    const list = (await callMethod(host, callerOf(options), 'schemes.list', {})) as SchemeSummary[]
    for (const line of schemeLines(list, options.lang)) process.stderr.write(`${line}\n`)
    print(JSON.stringify(list))
    return 0
  })
}

/** Exit code 0 when no finding is an error, 3 when one is. */
async function checkSchemeFile(options: Options, file: string): Promise<number> {
  return withHost(options, async (host) => {
    const input = { path: path.resolve(file) }
    const check = (await callMethod(host, callerOf(options), 'schemes.check', input)) as SchemeCheck
    for (const line of findingLines(check, options.lang)) process.stderr.write(`${line}\n`)
    print(JSON.stringify(check))
    return check.ok ? 0 : 3
  })
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,3}$/.test(value)) refuse('bad-input', { problems: `--${name} ${value}` })
  return Number(value)
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  return (
    known.find((one) => one === value) ?? refuse('bad-input', { problems: `--${name} ${value} (${known.join(' | ')})` })
  )
}

async function withHost(options: Options, use: (host: Host) => Promise<number>): Promise<number> {
  const host = openHost(options.store)
  try {
    return await use(host)
  } finally {
    await host.close()
  }
}

function callerOf({ lang }: Options): Caller {
  return { role: 'secretariat', name: '秘书处', door: 'command-line', lang, seat: null }
}

async function inputOf(given: string | undefined): Promise<unknown> {
  if (given === undefined) return {}
  const spelling = given === '-' ? await readStdin() : given.startsWith('@') ? await readNamed(given.slice(1)) : given
  return parseJson(spelling)
}

function parseJson(spelling: string): unknown {
  try {
    return JSON.parse(spelling)
  } catch (error) {
    return refuse('bad-input', { problems: `JSON: ${error instanceof Error ? error.message : String(error)}` })
  }
}

async function readNamed(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => refuse('not-found', { path: file }))
}

async function readStdin(): Promise<string> {
  let spelling = ''
  for await (const chunk of process.stdin) spelling += String(chunk)
  return spelling
}

async function callAndPrint(host: Host, options: Options, method: string, input: unknown): Promise<number> {
  const work = () => callMethod(host, callerOf(options), method, input)
  const { stderr } = process
  const telling = { lang: options.lang, isTold: stderr.isTTY || options.values.progress === true, out: stderr }
  const answer = await (method === 'packets.import' ? tellingImport(host, telling, work) : work())
  print(JSON.stringify(answer ?? null))
  return 0
}

async function callLines(host: Host, options: Options, method: string): Promise<number> {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    try {
      print(JSON.stringify((await callMethod(host, callerOf(options), method, parseJson(line))) ?? null))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      print(JSON.stringify({ refused: wire(error.refusal, options.lang) }))
    }
  }
  return 0
}

/** Says what is well and what is not. Exit code 3 when something is bad. */
async function doctor(host: Host, options: Options): Promise<number> {
  const { lang } = options
  const diagnosis = (await callMethod(host, callerOf(options), 'diagnosis.show', {})) as Diagnosis
  if (options.json) print(JSON.stringify(diagnosis))
  else {
    const marks = { well: '✓', warning: '!', bad: '✗' } as const
    print(`${diagnosis.version} · Node ${diagnosis.node} · ${diagnosis.system}`)
    for (const { state, what, todo } of diagnosis.findings) {
      print(`${marks[state]} ${what[lang]}${todo ? ` —— ${todo[lang]}` : ''}`)
    }
  }
  return diagnosis.well ? 0 : 3
}

async function serve(options: Options): Promise<number> {
  const host = openHost(options.store)
  const desk = await serveDesk(host, options.port === undefined ? {} : { port: options.port })
  print(options.json ? JSON.stringify({ url: desk.url }) : desk.url)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  await desk.close()
  await host.close()
  return 0
}

const wire = ({ code, detail }: Refusal, lang: Lang) => ({ code, message: sentenceOf({ code, detail }, lang), detail })

function sayRefusal(reason: Refusal, lang: Lang): void {
  process.stderr.write(`${JSON.stringify(wire(reason, lang))}\n`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
