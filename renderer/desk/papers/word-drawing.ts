/** Draws a Word paper for the printer: docx-preview makes the text, the page's own margins carry number, fingerprint and code. */
import type { PaperView, PrintHead } from '#host/api/shapes.ts'
import { facesFor } from './word-faces.ts'

/** What goes into the shadow root, and the rules for its pages. */
export type Drawing = { readonly nodes: readonly Node[]; readonly rules: string }

/** The part of docx-preview's model that says how things keep together. */
type Element = {
  readonly type: string
  readonly children?: readonly Element[]
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  cssStyle?: Record<string, string>
}

const options = {
  inWrapper: false,
  // Its own would stand once below the long page; what they say stands in the margins of every page instead.
  renderHeaders: false,
  renderFooters: false,
  // A form is a file from outside: no pages within the page, no fonts out of it.
  renderAltChunks: false,
  ignoreFonts: true,
  useBase64URL: true,
} as const

const look = `
  section.docx { background: #fff; border: 1px solid #d9d9d9; margin: 12px auto; }
  @media print {
    section.docx {
      display: block !important; overflow: visible !important;
      width: auto !important; min-height: 0 !important; margin: 0; padding: 0 !important; border: 0;
      print-color-adjust: exact;
    }
    section.docx + section.docx { break-before: page; }
  }
`

/** @throws what docx-preview throws at a file that is no Word file. */
export async function drawPaper(paper: PaperView): Promise<Drawing> {
  const { parseAsync, renderDocument } = await import('docx-preview')
  const bytes = Uint8Array.from(atob(paper.docx), (sign) => sign.charCodeAt(0))
  const document = await parseAsync(new Blob([bytes]), options)
  const isOurs = paper.group === 'round' || paper.group === 'dossiers'
  const body: Element = document.documentPart.body
  walk(body, settle)
  for (const { styles } of document.stylesPart?.styles ?? []) {
    for (const { values } of styles) withFaces(values)
  }
  const nodes = await renderDocument(document, options)
  const sections = nodes.filter((node) => node instanceof HTMLElement && node.matches('section.docx')) as HTMLElement[]
  if (isOurs) for (const section of sections) repeatHeaders(section)
  const own = Object.assign(window.document.createElement('style'), { textContent: look })
  return { nodes: [...nodes, own], rules: pageRules(sections, paper) }
}

function walk(element: Element, visit: (element: Element) => void): void {
  visit(element)
  for (const child of element.children ?? []) walk(child, visit)
}

/** What Word keeps together, the printer keeps together; docx-preview reads it and writes nothing of it. */
function settle(element: Element): void {
  element.cssStyle ??= {}
  const style = element.cssStyle
  withFaces(style)
  if (element.keepNext) style['break-after'] = 'avoid'
  if (element.keepLines) style['break-inside'] = 'avoid'
  if (element.type === 'row') {
    const [cell] = element.children ?? []
    if (cell?.children?.some(({ keepNext }) => keepNext)) style['break-after'] = 'avoid'
    // Where a row is cut, neither half has a line there; only a row taller than a page has to be.
    style['break-inside'] = 'avoid'
  }
}

function withFaces(style: Record<string, string>): void {
  const named = style['font-family']
  if (named) style['font-family'] = facesFor(named)
}

/** The first row of every table of ours is its header, and stands on every page that the table reaches. */
function repeatHeaders(section: HTMLElement): void {
  for (const table of section.querySelectorAll('table')) {
    const [first, second] = table.rows
    if (first && second) table.createTHead().append(first)
  }
}

/** One rule for each size of page in the paper. */
function pageRules(sections: readonly HTMLElement[], head: PrintHead): string {
  return sections
    .map((section, at) => {
      const { width, minHeight, paddingTop, paddingRight, paddingBottom, paddingLeft } = section.style
      section.style.setProperty('page', `word-${at}`)
      const margins = [atLeast(paddingTop, 30), paddingRight, atLeast(paddingBottom, 46), paddingLeft]
      return `@page word-${at} { size: ${width} ${minHeight}; margin: ${margins.join(' ')}; ${edges(head)} }`
    })
    .join('\n')
}

/** Header and footer need so much room, in points, whatever margins a form was given. */
function atLeast(length: string, points: number): string {
  return `${Math.max(Number.parseFloat(length) || 0, points)}pt`
}

function edges({ title, mark, document, scheme, fingerprint, qr }: PrintHead): string {
  const font = `font: 9pt/1.25 ${facesFor('宋体')}; white-space: pre-wrap;`
  const header = mark === '' ? said(title) : said(`${title}　${mark}`)
  return `
    @top-center { ${font} content: ${header}; }
    @bottom-left { ${font} width: 33%; text-align: left; content: ${said(document)} "\\A" ${said(scheme)}; }
    @bottom-center {
      ${font} text-align: center;
      content: "第 " counter(page) " 页 共 " counter(pages) " 页" "\\A" ${said(`台账指纹 ${fingerprint}`)};
    }
    @bottom-right { width: 33%; content: ""; background: url("${qr}") no-repeat right center / 34pt 34pt; }`
}

/** A text as CSS writes it. */
function said(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/[\r\n]+/g, ' ')}"`
}
