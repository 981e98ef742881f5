/** The applicants' own forms with the panel's part filled in, one copy for each application that came as a Word file. */
import type { PaperBook, PaperPacket } from '../book.ts'
import { asFileName } from '../file-name.ts'
import { zh } from '../words.ts'
import { type Filled, fillForm, type PanelPart } from './fill.ts'

export type FilledForms = {
  readonly forms: readonly { readonly name: string; readonly bytes: Buffer }[]
  /** Applications whose form could not be filled: a scan, an old .doc, another form. */
  readonly unfilled: readonly number[]
  /** Experts whom a form's own rows could not hold. */
  readonly left: PanelPart['experts']
}

/** `read` gives the bytes of a packet's file. */
export function fillForms(book: PaperBook, read: (packet: PaperPacket) => Buffer | null): FilledForms {
  const forms: { name: string; bytes: Buffer }[] = []
  const unfilled: number[] = []
  let left: PanelPart['experts'] = []
  for (const packet of book.packets.filter(({ state }) => state === 'accepted')) {
    const filled = filledForm(book, packet, read(packet))
    if (!filled) {
      unfilled.push(packet.no)
      continue
    }
    if (filled.left.length > left.length) left = filled.left
    forms.push({ name: formName(packet), bytes: filled.bytes })
  }
  return { forms, unfilled, left }
}

/** What an application's filled form is called. */
export function formName({ no, workshop }: PaperPacket): string {
  return `申报表（已填专家意见）/${no}号-${asFileName(workshop)}.docx`
}

/** One application's form with the panel's part in it; null where it could not be filled. */
export function filledForm(book: PaperBook, packet: PaperPacket, form: Buffer | null): Filled | null {
  const experts = book.panel.members.map(({ name, unit, post, phone }) => ({
    name,
    post: [unit, post].filter(Boolean).join(' '),
    phone,
  }))
  return form && fillForm(form, { opinion: opinionOf(book, packet), experts })
}

/** What the panel found and decided, in paragraphs; without marks, which are nobody's business on the form. */
function opinionOf({ minutes, visits, result, votes }: PaperBook, { packet }: PaperPacket): string[] {
  const own = <Row extends { packet: string }>(rows: readonly Row[]) => rows.find((row) => row.packet === packet)
  const said = own(minutes)
  const visit = own(visits)
  const row = own(result.rows)
  const vote = own(votes.votes)
  return [
    visit?.recorded && visit.opinion ? `现场考察：${visit.opinion}` : '',
    said?.recorded ? `评议意见：${said.text}` : '',
    vote?.tally ? zh(vote.tally.sentence) : '',
    row ? `专家组结论：${zh(row.decision)}。` : '',
  ].filter(Boolean)
}
