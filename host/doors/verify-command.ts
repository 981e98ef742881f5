/** `jp verify FILE`: whether a result workbook holds, without a store and without a network. */
import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Lang } from '#core/lang.ts'
import { refuse } from '#core/refusal.ts'
import type { Report } from '#core/verify/finding.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { remarksOf, verdictOf } from '#core/verify/words.ts'

type VerifyRequest = {
  file: string
  lang: Lang
  json: boolean
  /** The authority's certificate as a file, or its SHA-256 in hex. */
  authority: string | undefined
  print(line: string): void
}

/** Exit codes: everything holds, or something does not. */
const holds = 0
const findsSomething = 3

/** @throws Refused `not-found`, `not-a-workbook`, `bad-input`. Returns the exit code. */
export async function verifyFile({ file, lang, json, authority, print }: VerifyRequest): Promise<number> {
  const bytes = await readFile(file).catch(() => refuse('not-found', { path: file }))
  const wanted = authority === undefined ? undefined : await fingerprintOf(authority)
  const report = await verifyWorkbook(new Uint8Array(bytes), { name: path.basename(file), authority: wanted })
  if (json) print(JSON.stringify(answerOf(report, lang), null, 2))
  else for (const line of linesOf(report, lang)) print(line)
  return report.ok ? holds : findsSomething
}

async function fingerprintOf(authority: string): Promise<string> {
  const plain = authority.replace(/[\s:]/g, '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(plain)) return plain
  const bytes = await readFile(authority).catch(() => refuse('not-found', { path: authority }))
  try {
    return createHash('sha256').update(new X509Certificate(bytes).raw).digest('hex')
  } catch {
    return refuse('bad-input', { problems: `--authority ${authority}` })
  }
}

/** A report with its sentences in one language. */
function answerOf(report: Report, lang: Lang) {
  return {
    ...report,
    verdict: verdictOf(report)[lang],
    remarks: remarksOf(report).map((remark) => remark[lang]),
    findings: report.findings.map((finding) => ({ ...finding, text: finding.text[lang] })),
  }
}

function linesOf(report: Report, lang: Lang): string[] {
  const marks = { 'zh-CN': ['有效', '无效'], en: ['intact', 'broken'] } as const
  const signatures = report.signatures.map(
    ({ name, role, at, intact, statement }) =>
      `  ${marks[lang][intact ? 0 : 1]}  ${name}  ${role}  ${at}  ${statement}`,
  )
  return [
    verdictOf(report)[lang],
    ...signatures,
    ...report.findings.map(({ text }) => `- ${text[lang]}`),
    ...remarksOf(report).map((remark) => `* ${remark[lang]}`),
  ]
}
