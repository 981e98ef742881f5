/** A report in sentences, the same on the command line, in the program and on the page that goes with the workbook. */
import { type Text, text } from '../lang.ts'
import { inFours } from '../signing/fingerprints.ts'
import { softwareSm2 } from '../signing/software-sm2.ts'
import type { Report } from './finding.ts'

/** The one sentence somebody reads out. */
export function verdictOf({ ok, signatures, expected, cells, ledger, findings }: Report): Text {
  if (ok) {
    return text(
      `核验通过：应有的 ${expected} 个数字签名齐全有效，台账 ${ledger.entries} 条连续完整，${cells.compared} 个单元格与导出时一致，其中 ${cells.recomputed} 个按台账重新计算无误。`,
      `Everything holds: all ${expected} signatures are there and intact, the ledger of ${ledger.entries} entries is whole, ${cells.compared} cells are as they were made and ${cells.recomputed} of them were recomputed from the acts.`,
    )
  }
  return text(
    `核验没有通过：发现 ${findings.length} 处问题（有效签名 ${signatures.filter(({ intact }) => intact).length} 个，应有 ${expected} 个）。`,
    `The workbook does not hold: ${findings.length} findings (${signatures.filter(({ intact }) => intact).length} of ${expected} signatures are intact).`,
  )
}

/** What a reader must still do or know: things no program can tell from the file. */
export function remarksOf({ authority, unsignedActs, moves, ledger, sample }: Report): Text[] {
  const remarks: Text[] = []
  if (authority) {
    const print = inFours(authority)
    remarks.push(
      text(
        `请核对发证机构的证书指纹与现场公布的是否一致：${print}`,
        `Compare the authority's fingerprint with the one published on site: ${print}`,
      ),
    )
  }
  if (ledger.withheld > 0) {
    remarks.push(
      text(
        `${ledger.withheld} 条台账（申报表全文、专家登记）含个人信息，本文件只有指纹，全文在归档包中。`,
        `${ledger.withheld} entries hold personal data: only their fingerprints are in this file, the rest is in the archive.`,
      ),
    )
  }
  const unsigned = unsignedActs.reduce((sum, { count }) => sum + count, 0)
  if (unsigned > 0) {
    remarks.push(
      text(
        `${unsigned} 条台账没有签名（启用签名之前，或者由秘书处代录且密钥未打开）。`,
        `${unsigned} entries carry no signature (before signing was set up, or entered at the desk with a locked key).`,
      ),
    )
  }
  for (const { at, by, what, reason, certificate } of moves) {
    const day = at.slice(0, 10)
    const signed = certificate
      ? text(`已签名（证书 ${certificate.slice(0, 16)}）`, `signed (certificate ${certificate.slice(0, 16)})`)
      : text('没有签名', 'not signed')
    remarks.push(
      text(
        `手工调整：${what['zh-CN']}。理由：${reason}。${by}，${day}，${signed['zh-CN']}。`.replaceAll('。。', '。'),
        `Moved by hand: ${what.en}. Reason: ${reason}. ${by}, ${day}, ${signed.en}.`,
      ),
    )
  }
  if (ledger.secondActs > 0) {
    remarks.push(
      text(
        `其中 ${ledger.secondActs} 条操作另附国密 SM2/SM3 第二签名（${softwareSm2['zh-CN']}）。`,
        `${ledger.secondActs} acts carry a second signature, SM2 with SM3 (${softwareSm2.en}).`,
      ),
    )
  }
  if (sample) remarks.push(text('本工作簿由样例生成，非正式结果。', 'This workbook was made from invented samples.'))
  return remarks
}
