/** Pages signed in ink: each hangs on a fingerprint the ledger really had, and 签名清单 prints which file it is. */
import { text } from '../lang.ts'
import type { Entry } from '../ledger/entry.ts'
import { attachedPages, headPrinted } from '../signing/attached-pages.ts'
import type { Finding } from './finding.ts'
import { type ReadSheet, signerSheet } from './printed.ts'

/** @param sheet 签名清单. */
export function checkAttachedPages(
  entries: readonly Entry[],
  sheet: Pick<ReadSheet, 'cells'> | undefined,
  findings: Finding[],
): void {
  const pages = attachedPages(entries.filter(({ payload }) => payload !== null))
  if (pages.length === 0) return
  const printed = [...(sheet?.cells.values() ?? [])].map((value) => String(value).replace(/\s/g, '').toLowerCase())
  for (const { file, name, printed: footer, head } of pages) {
    const before = entries.slice(
      0,
      entries.findIndex((entry) => isOf(entry, file)),
    )
    if (headPrinted(before, footer) !== head) {
      findings.push({
        code: 'page',
        expected: head,
        found: footer,
        text: text(
          `手签页“${name}”的页脚指纹 ${footer} 不是本轮台账有过的指纹：它不是本轮评审打印的。`,
          `The footer ${footer} of the signed page "${name}" is no fingerprint this ledger ever had.`,
        ),
      })
    }
    if (printed.some((cell) => cell.includes(file) && cell.includes(footer))) continue
    findings.push({
      code: 'page',
      sheet: signerSheet,
      expected: file,
      text: text(
        `《${signerSheet}》没有印出手签页“${name}”的文件指纹和页脚指纹。`,
        `"${signerSheet}" lacks the fingerprints of the signed page "${name}".`,
      ),
    })
  }
}

function isOf({ kind, payload }: Entry, file: string): boolean {
  return kind === 'page.attached' && (payload as { file?: unknown } | null)?.file === file
}
