/** 打印: the workbook's sheets and the Word papers as they print, straight to the printer or to a PDF. */
import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Select } from 'antd'
import type { PaperGroup } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { shell } from '../../kit/shell.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'
import { go, hrefOf } from '../route.ts'
import { SheetPages } from './sheet-pages.tsx'
import { drawPaper } from './word-drawing.ts'
import { WordPaper } from './word-paper.tsx'

const wholeBook = 'sheet/'

/** What the address names: "sheet/" and a sheet's name or nothing for all of them, "paper/" and a Word paper's name. */
function chosenBy(item: string | null): { sheet: string | null } | { paper: string } {
  if (item?.startsWith('paper/')) return { paper: item.slice('paper/'.length) }
  return { sheet: item?.slice(wholeBook.length) || null }
}

/** A paper's name without the folder that its group names already, and without the file's ending. */
function shortName(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.docx$/, '')
}

export function PrintView({ item }: { item: string | null }) {
  const { papers } = useWords().desk
  const { round, title } = useRound()
  const chosen = chosenBy(item)
  const name = 'paper' in chosen ? chosen.paper : null
  const book = useRead(() => desk.papers.pages({ round }), [round], [])
  const list = useRead(() => desk.papers.list({ round }), [round], [])
  const drawing = useRead(
    async () => (name === null ? null : drawPaper(await desk.papers.paper({ round, name }))),
    [round, name],
    [],
  )
  const desktop = shell()
  const isReady = name === null ? book.value !== undefined : drawing.value !== undefined
  const fileName = name === null ? ('sheet' in chosen && chosen.sheet) || title : shortName(name)
  // A browser calls the file after the page.
  const print = () => {
    const before = document.title
    document.title = fileName
    window.print()
    document.title = before
  }
  const sheets = (book.value?.sheets ?? []).map((sheet) => ({
    value: `${wholeBook}${sheet.name}`,
    label: papers.printSheet(sheet.name, sheet.pages.length),
  }))
  const ofGroup = (group: PaperGroup) => {
    const own = (list.value ?? []).filter((paper) => paper.group === group)
    const options = own.map((paper) => ({ value: `paper/${paper.name}`, label: shortName(paper.name) }))
    return own.length === 0 ? [] : [{ label: papers.printGroups[group], options }]
  }
  return (
    <section className="sheet">
      <div className="row mid wrap no-print">
        <Button onClick={() => go(hrefOf(round, 'export'))}>{papers.printBack}</Button>
        <h1>{papers.print}</h1>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className="dossier-choice"
          aria-label={papers.printWhich}
          value={item ?? wholeBook}
          onChange={(value: string) => go(hrefOf(round, 'print', value))}
          listHeight={520}
          options={[
            // A round has some ten papers, but applicants by the dozen.
            ...ofGroup('round'),
            {
              label: papers.printBook,
              options: [{ value: wholeBook, label: papers.printAll(book.value?.pages ?? 0) }, ...sheets],
            },
            ...ofGroup('notices'),
            ...ofGroup('forms'),
            ...ofGroup('dossiers'),
          ]}
        />
        <span className="grow" />
        {desktop === undefined ? null : (
          <Button disabled={!isReady} onClick={() => void desktop.savePdf(fileName)}>
            {papers.printPdf}
          </Button>
        )}
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} disabled={!isReady} onClick={print}>
          {papers.print}
        </Button>
      </div>
      <p className="soft small no-print">{name === null ? papers.printHint : papers.printWordHint}</p>
      {name === null || 'CSSMarginRule' in window ? null : (
        <Alert className="no-print" type="warning" showIcon title={papers.printOldBrowser} />
      )}
      {'sheet' in chosen ? (
        <Shown of={book}>{(view) => <SheetPages paper={view} only={chosen.sheet} />}</Shown>
      ) : (
        <Shown of={drawing}>{(drawn) => (drawn === null ? null : <WordPaper drawing={drawn} />)}</Shown>
      )}
    </section>
  )
}
