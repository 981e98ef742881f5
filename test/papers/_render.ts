import { writeFileSync } from 'node:fs'
import { buildWorkbook } from '#host/papers/workbook.ts'
import { smallBook } from '#test/papers/small-book.ts'
import { bigBook } from '#test/papers/big-book.ts'
for (const [name, book] of [['small', smallBook], ['big', bigBook]] as const) {
  const t = performance.now()
  const bytes = await buildWorkbook(book)
  const again = await buildWorkbook(book)
  console.log(name, bytes.length, bytes.equals(again), Math.round(performance.now() - t))
  writeFileSync(`/tmp/papers/${name}.xlsx`, bytes)
}
