/** The cover of annex 1: title and four lines, filled in over a ruled line. */
import { AlignmentType, PageBreak, Paragraph, TextRun, UnderlineType } from 'docx'
import { printed } from './form-print.ts'
import type { Applicant } from './plan.ts'

/** Paragraphs of the cover, with the page break after it. */
export function cover({ unit, workshop, occupation, habit }: Applicant): Paragraph[] {
  const words = printed(habit.form)
  const line = (name: string, filled: string, tail = '') =>
    new Paragraph({
      spacing: { before: 200, after: 200 },
      indent: { left: 900 },
      children: [
        new TextRun({ text: name, size: 30 }),
        new TextRun({
          text: `  ${filled}${' '.repeat(Math.max(2, (18 - filled.length) * 4))}`,
          size: 30,
          underline: { type: UnderlineType.SINGLE },
        }),
        new TextRun({ text: tail, size: 30 }),
      ],
    })
  const centred = (text: string, size: number, before: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, after: 200 },
      children: [new TextRun({ text, size, bold: true, font: '方正小标宋简体' })],
    })
  return [
    new Paragraph({ children: [new TextRun({ text: '附件1：', size: 28 })] }),
    centred('乌鲁木齐市技能大师工作室', 44, 1_800),
    centred('申  报  表', 52, 300),
    new Paragraph({ spacing: { before: 1_600 }, children: [] }),
    line(words.coverUnit, unit, '（公章）'),
    line(words.coverWorkshop, workshop),
    line(words.coverOccupation, occupation),
    line('填  报  时  间', '2026年3月5日'),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 2_600 },
      children: [new TextRun({ text: '乌鲁木齐市人力资源和社会保障局  制', size: 28 }), new PageBreak()],
    }),
  ]
}
