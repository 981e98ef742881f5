/** The page that goes with a workbook: checks it offline in any browser, from this one file. */
import type { Lang, Text } from '#core/lang.ts'
import { Refused, sentenceOf } from '#core/refusal.ts'
import type { Report } from '#core/verify/finding.ts'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { remarksOf, verdictOf } from '#core/verify/words.ts'

const lang: Lang = navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
const say = (words: Text) => words[lang]
const words = {
  title: { 'zh-CN': '核验评审结果工作簿', en: 'Verify a result workbook' },
  drop: {
    'zh-CN': '把 result.xlsx 拖到这里，或点击选择。文件不会离开这台电脑。',
    en: 'Drop result.xlsx here, or click to choose. The file does not leave this computer.',
  },
  working: { 'zh-CN': '正在核验…', en: 'Verifying…' },
  signatures: { 'zh-CN': '数字签名', en: 'Signatures' },
  intact: { 'zh-CN': '有效', en: 'intact' },
  broken: { 'zh-CN': '无效', en: 'broken' },
} as const satisfies Record<string, Text>

function add<K extends keyof HTMLElementTagNameMap>(parent: Element, tag: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.textContent = text
  parent.append(made)
  return made
}

function show(place: HTMLElement, report: Report): void {
  place.className = report.ok ? 'holds' : 'fails'
  add(place, 'h2', `${report.ok ? '✓' : '✗'} ${say(verdictOf(report))}`)
  const findings = add(place, 'ol')
  for (const { text } of report.findings) add(findings, 'li', say(text))
  add(place, 'h3', say(words.signatures))
  const signatures = add(place, 'ul')
  for (const { name, role, at, intact, statement } of report.signatures) {
    add(signatures, 'li', `${say(intact ? words.intact : words.broken)}　${name}　${role}　${at}　${statement}`)
  }
  const remarks = add(place, 'ul')
  for (const remark of remarksOf(report)) add(remarks, 'li', say(remark))
}

async function check(file: File, place: HTMLElement): Promise<void> {
  place.replaceChildren()
  place.className = ''
  add(place, 'p', say(words.working))
  try {
    const report = await verifyWorkbook(new Uint8Array(await file.arrayBuffer()), { name: file.name })
    place.replaceChildren()
    show(place, report)
  } catch (problem) {
    place.replaceChildren()
    place.className = 'fails'
    const sentence = problem instanceof Refused ? sentenceOf(problem.refusal, lang) : String(problem)
    add(place, 'h2', sentence)
  }
}

document.title = say(words.title)
document.documentElement.lang = lang
add(document.body, 'h1', say(words.title))
const label = add(document.body, 'label', say(words.drop))
const input = add(label, 'input')
input.type = 'file'
input.accept = '.xlsx'
const place = add(document.body, 'section')
place.setAttribute('aria-live', 'polite')
const take = (files: FileList | null | undefined) => {
  const [file] = files ?? []
  if (file) void check(file, place)
}
input.addEventListener('change', () => take(input.files))
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  take(event.dataTransfer?.files)
})
