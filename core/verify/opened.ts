/** The workbook as a package: whether it is one of ours, and whether anything in the zip itself is not as it must be. */
import { type Text, text } from '../lang.ts'
import { sheetParts } from '../opc/cells.ts'
import { type Package, readPackage } from '../opc/package.ts'
import { zipProblems } from '../opc/zip-names.ts'
import { refuse } from '../refusal.ts'
import type { Finding } from './finding.ts'
import { checkSheet, signerSheet } from './printed.ts'

/** @throws Refused `not-a-workbook` when it is none of ours, or cannot be read at all. */
export function openPackage(bytes: Uint8Array, name: string, findings: Finding[]): Package {
  const notOurs = (why: Text): never => refuse('not-a-workbook', { path: name, why })
  try {
    for (const { what, name: part } of zipProblems(bytes)) {
      const words = {
        twice: text(`压缩包里“${part}”出现了两次。`, `"${part}" stands twice in the file.`),
        'bad-name': text(`压缩包里有不合规的名称“${part}”。`, `The file holds the improper name "${part}".`),
        before: text('文件开头夹带了别的数据。', 'There is other data before the workbook begins.'),
        after: text('文件末尾夹带了别的数据。', 'There is other data after the workbook ends.'),
      }
      findings.push({ code: 'package', text: words[what] })
    }
  } catch {
    return notOurs(text('不是 Excel 工作簿文件', 'it is no Excel workbook'))
  }
  try {
    const pkg = readPackage(bytes)
    const names = sheetParts(pkg).map((sheet) => sheet.name)
    for (const part of pkg.declaredTwice) {
      findings.push({
        code: 'package',
        text: text(`内容类型表把“${part}”登记了两次。`, `"${part}" is declared twice.`),
      })
    }
    if (names.includes(checkSheet) || names.includes(signerSheet)) return pkg
  } catch (problem) {
    // A workbook of ours that was broken is a finding; anything else is no workbook of ours.
    const why = problem instanceof Error ? problem.message : String(problem)
    return notOurs(text(why, why))
  }
  return notOurs(text('没有签名清单和校验数据', 'it has no list of signers and no check data'))
}
