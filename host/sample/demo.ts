/** `jp demo`: a whole round, unattended, from the sample packets to the papers on disk. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Lang } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { type Ctx, openHost } from '../host.ts'
import { deskClient, playRound } from './play.ts'
import type { SampleKeys } from './sign.ts'

type DemoRequest = {
  out: string
  lang: Lang
  scheme: string
  /** Every activity when none is named, see {@link playsOf}. */
  activity: string | undefined
  experts: number | undefined
  packets: number | undefined
  keys: SampleKeys
  say(line: string): void
  print(line: string): void
}

const words = {
  'zh-CN': { workbook: '工作簿：', papers: '文书：', seconds: '用时：', check: '台账可复核：' },
  en: { workbook: 'Workbook:', papers: 'Papers:', seconds: 'Time:', check: 'Check the ledger:' },
} as const

/** Plays and writes result.xlsx, papers/, archive.jpa and summary.json. Returns the exit code. */
export async function playDemo(request: DemoRequest): Promise<number> {
  const store = path.join(request.out, 'store')
  const host = openHost(store)
  const ctx: Ctx = {
    host,
    caller: { role: 'secretariat', name: '秘书处', door: 'command-line', lang: request.lang, seat: null },
  }
  try {
    const plays = playsOf(request, host.schemes.get(request.scheme))
    for (const play of plays) await playOne(ctx, request, play)
    const { check } = words[request.lang]
    request.print(`\n${check} npm run -s jp -- --store ${store} call ledger.list '{"round":"…"}'`)
    return 0
  } finally {
    await host.close()
  }
}

/**
 * What is played where: the named activity in `out`; without a name every one, first, in `out` itself, one that the
 * document itself decides by points, and each other in a folder of its name.
 */
function playsOf({ activity, out, scheme: id }: DemoRequest, scheme: Scheme | undefined) {
  if (activity !== undefined) return [{ activity, out }]
  const { activities } = scheme ?? refuse('unknown-scheme', { scheme: id })
  const ids = activities
    .toSorted((a, b) => Number(b.decidedBy === 'grade') - Number(a.decidedBy === 'grade'))
    .map((one) => one.id)
  return ids.map((one, index) => ({ activity: one, out: index === 0 ? out : path.join(out, one) }))
}

async function playOne(ctx: Ctx, request: DemoRequest, play: { activity: string; out: string }): Promise<void> {
  const started = performance.now()
  const { lang } = request
  const desk = deskClient(ctx)
  const round = await playRound(ctx, {
    scheme: request.scheme,
    activity: play.activity,
    experts: request.experts ?? 7,
    packets: request.packets ?? 12,
    keys: request.keys,
    upTo: 'end',
  })
  const view = await desk.rounds.show({ round })
  request.say(`${view.title} · ${round}`)
  await mkdir(play.out, { recursive: true })
  const exported = await desk.papers.export({ round, out: play.out })
  const archive = path.join(play.out, 'archive.jpa')
  await rm(archive, { force: true })
  await desk.archive.export({ round, to: archive })
  const result = await desk.results.compute({ round })
  const { head } = await desk.ledger.list({ round })
  const summary = {
    scheme: request.scheme,
    activity: play.activity,
    round,
    store: path.join(request.out, 'store'),
    packets: result.rows.length,
    experts: result.seats.length,
    ranking: result.rows.map((row) => ({
      applicant: row.workshop,
      packet: row.packet,
      rank: row.rank,
      score: row.shown,
      exact: row.exact,
      decision: row.decision[lang],
    })),
    workbook: exported.workbook,
    papers: exported.papers,
    archive,
    signers: exported.signers,
    ledgerHead: head,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  }
  await writeFile(path.join(play.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  request.print(`\n${view.title}`)
  for (const { rank, applicant, score, decision } of summary.ranking) {
    request.print(`  ${String(rank ?? '–').padStart(2)}  ${score ?? '    –'}  ${decision}  ${applicant}`)
  }
  const { workbook, papers, seconds } = words[lang]
  request.print(
    `${workbook} ${summary.workbook}\n${papers} ${path.join(play.out, 'papers')}\n${seconds} ${summary.seconds} s`,
  )
}
