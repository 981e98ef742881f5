/** What the signatures do not cover, told as what a reader sees: a sheet, a picture, a hidden part. */
import { type Text, text } from '../lang.ts'
import { sheetParts } from '../opc/cells.ts'
import { type Package, readRelationships, relationshipsOf, resolveTarget } from '../opc/package.ts'
import { type CoverageProblem, coverageOf } from './coverage.ts'
import type { Finding } from './finding.ts'
import type { Known } from './remembered.ts'
import type { SignaturePart } from './signature-part.ts'

/** All signatures sign the same; what each does not cover is told once. */
export function checkCoverage(
  pkg: Package,
  parts: readonly SignaturePart[],
  { known, findings }: { known: Known; findings: Finding[] },
): void {
  const where = placesOf(pkg)
  const told = new Set<string>()
  // What a broken signature says it covers says nothing, as long as there are sound ones.
  const sound = parts.filter(({ problems }) => problems.length === 0)
  const all = (sound.length > 0 ? sound : parts.slice(0, 1)).map(({ references }) => references)
  // Sound workbooks have one manifest in all signatures: digesting every part once is enough then.
  const distinct = new Map(all.map((references) => [JSON.stringify(references), references]))
  for (const references of distinct.values()) {
    for (const problem of coverageOf(pkg, references, known)) {
      const key = `${problem.what} ${problem.part} ${problem.detail}`
      if (told.has(key)) continue
      told.add(key)
      findings.push(coverageFinding(problem, where(problem.part)))
    }
  }
}

function coverageFinding({ what, part, detail }: CoverageProblem, place: { name: string; sheet?: string }): Finding {
  const { name, sheet } = place
  const sentences: Record<CoverageProblem['what'], Text> = {
    changed: text(`${name}在签名之后被改动过（${part}）。`, `${name} was changed after it was signed (${part}).`),
    gone: text(`${name}在签名之后被删去（${part}）。`, `${name} was removed after it was signed (${part}).`),
    type: text(
      `${name}的类型被改动过（${part}：${detail}）。`,
      `The type of ${name} was changed (${part}: ${detail}).`,
    ),
    twice: text(`签名把 ${part} 列了两次。`, `The signature names ${part} twice.`),
    'uncovered-part': text(
      `文件里多出了没有签名的部分：${part}。`,
      `The file holds a part that nobody signed: ${part}.`,
    ),
    'uncovered-relationship': text(
      `文件里多出了没有签名的关联：${part} ${detail}。它可能让表格显示别的内容。`,
      `The file holds a relationship that nobody signed: ${part} ${detail}. It may make the tables show something else.`,
    ),
    'relationship-gone': text(
      `签过名的关联被删去：${part} ${detail}。`,
      `A signed relationship is gone: ${part} ${detail}.`,
    ),
  }
  const isExtra = what === 'uncovered-part' || what === 'uncovered-relationship'
  return {
    code: isExtra ? 'unsigned-part' : 'changed-part',
    text: sentences[what],
    ...(sheet && { sheet }),
    found: part,
  }
}

/** What a part is to a reader: a sheet, or a picture on one. */
function placesOf(pkg: Package): (part: string) => { name: string; sheet?: string } {
  const owners = new Map<string, string>()
  const kinds: [RegExp, string][] = [
    [/\/media\//, '图片'],
    [/\/drawings\//, '图片的位置'],
    [/sharedStrings/, '文字表'],
    [/styles/, '格式表'],
    [/workbook\.xml$/, '表的目录'],
    [/\.rels$/, '关联'],
  ]
  const visit = (sheet: string, part: string, depth: number) => {
    if (depth > 4 || owners.has(part)) return
    owners.set(part, sheet)
    const place = relationshipsOf(part)
    owners.set(place, sheet)
    try {
      for (const { target, mode } of readRelationships(pkg.parts.get(place) ?? new Uint8Array())) {
        if (mode !== 'External') visit(sheet, resolveTarget(part, target), depth + 1)
      }
    } catch {
      // No relationships: nothing hangs on this part.
    }
  }
  const sheets = sheetParts(pkg)
  for (const { name, part } of sheets) if (pkg.parts.has(relationshipsOf(part))) visit(name, part, 0)
  return (part) => {
    const own = sheets.find((sheet) => sheet.part === part)
    if (own) return { name: `《${own.name}》`, sheet: own.name }
    const sheet = owners.get(part)
    const kind = kinds.find(([pattern]) => pattern.test(part))?.[1] ?? part
    return sheet ? { name: `《${sheet}》的${kind}`, sheet } : { name: kind }
  }
}
