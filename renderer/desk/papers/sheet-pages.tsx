/** The workbook's sheets as pages of A4, each drawn as it prints. */
import { type CSSProperties, memo } from 'react'
import type { PrintView as Paper, PrintCell, PrintLook, PrintPage, PrintSheet } from '#host/api/shapes.ts'

const families = { song: 'SimSun, "Noto Serif CJK SC", serif', hei: 'SimHei, "Noto Sans CJK SC", sans-serif' } as const
const pt = (points: number) => `${points}pt`

function styleOf({ top, bottom, aloft }: PrintCell, look: PrintLook): CSSProperties {
  const rule = '0.75pt solid #000'
  return {
    fontFamily: families[look.font],
    fontSize: pt(look.size),
    fontWeight: look.bold ? 700 : 400,
    textAlign: look.align,
    verticalAlign: aloft ? 'top' : 'middle',
    ...(look.shade !== '' && { background: `#${look.shade}` }),
    ...(look.border && { borderLeft: rule, borderRight: rule, ...(top && { borderTop: rule }) }),
    ...((look.line || (look.border && bottom)) && { borderBottom: rule }),
  }
}

/** The cells of a row with nothing where the sheet has none, so that columns stay where they are. */
function filled(
  cells: readonly PrintCell[],
  columns: number,
): (PrintCell | { from: number; to: number; look: null })[] {
  const whole: (PrintCell | { from: number; to: number; look: null })[] = []
  let next = 1
  for (const cell of cells) {
    if (cell.from > next) whole.push({ from: next, to: cell.from - 1, look: null })
    whole.push(cell)
    next = cell.to + 1
  }
  if (next <= columns) whole.push({ from: next, to: columns, look: null })
  return whole
}

function Rows({ page, sheet, looks }: { page: PrintPage; sheet: PrintSheet; looks: Paper['looks'] }) {
  const width = sheet.widths.reduce((total, each) => total + each, 0)
  return (
    <table className="paper-table" style={{ width: pt(width) }}>
      <colgroup>
        {sheet.widths.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place
          <col key={at} style={{ width: pt(each) }} />
        ))}
      </colgroup>
      <tbody>
        {page.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed row has no other name than its place
          <tr key={at} style={{ height: pt(row.height) }}>
            {filled(row.cells, sheet.widths.length).map((cell) => {
              const look = cell.look === null ? undefined : looks[cell.look]
              return (
                <td
                  key={cell.from}
                  colSpan={cell.to - cell.from + 1}
                  style={look && cell.look !== null ? styleOf(cell, look) : undefined}
                >
                  {cell.look === null ? null : cell.text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One page of A4. */
const Page = memo(function Page(props: { paper: Paper; sheet: PrintSheet; page: PrintPage; number: number }) {
  const { paper, sheet, page, number } = props
  const { left, top, header, footer } = paper.margins
  const width = sheet.widths.reduce((total, each) => total + each, 0)
  return (
    <section className={`paper paper-${sheet.orientation}`}>
      <div className="paper-edge" style={{ top: pt(header), left: pt(left), right: pt(left) }}>
        <div>{sheet.name}</div>
        <div>
          {paper.title}
          {paper.mark === '' ? null : <strong>{paper.mark}</strong>}
        </div>
        <div>
          {paper.stage}
          <br />
          {paper.made}
        </div>
      </div>
      <div className="paper-body" style={{ top: pt(top) }}>
        <div className="paper-scaled" style={{ zoom: sheet.scale, width: pt(width) }}>
          <Rows page={page} sheet={sheet} looks={paper.looks} />
          {page.pictures.map(({ src, ...place }) => (
            <img
              key={`${place.top}/${place.left}`}
              alt=""
              src={src}
              style={{ left: pt(place.left), top: pt(place.top), width: pt(place.width), height: pt(place.height) }}
            />
          ))}
        </div>
      </div>
      <div className="paper-edge paper-foot" style={{ bottom: pt(footer), left: pt(left), right: pt(left) }}>
        <div>
          {paper.document}
          <br />
          {paper.scheme}
        </div>
        <div>
          第 {number} 页 共 {paper.pages} 页
          <br />
          台账指纹 {paper.fingerprint}
        </div>
        <div>
          <img alt="" src={paper.qr} />
        </div>
      </div>
    </section>
  )
})

/** All pages, or those of the sheet of this name; numbered through the whole workbook either way. */
export function SheetPages({ paper, only }: { paper: Paper; only: string | null }) {
  let number = 0
  return paper.sheets.flatMap((sheet) =>
    sheet.pages.flatMap((page) => {
      number += 1
      if (only !== null && only !== sheet.name) return []
      return <Page key={number} paper={paper} sheet={sheet} page={page} number={number} />
    }),
  )
}
