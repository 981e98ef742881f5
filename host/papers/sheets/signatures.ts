/** 签名清单: who answered what, in whose hand, and whose digital signatures this file must carry. */
import { paperScans } from '#core/rubric/paper-scans.ts'
import { attachedPages } from '#core/signing/attached-pages.ts'
import { softwareSm2 } from '#core/signing/software-sm2.ts'
import type { ListedSigner, PaperBook } from '../book.ts'
import { fingerprint, moment } from '../words.ts'
import { blank, type Cell, heads, mid, word } from './cells.ts'
import type { ModelPicture, SheetModel } from './model.ts'
import { openSheet, type PaperSheet } from './page.ts'
import { lines, signatureBlock } from './signature-block.ts'

const leastRows = 9
const rowHeight = 46
const answers = { sign: '签名', dissent: '签名并\n保留意见', refuse: '拒绝签名' } as const
const keyNames: Record<string, string> = { RS256: 'RSA-2048', ES256: 'P-256' }
/** Columns from 0: where the seat stands, and where people sign. */
const place = { seat: 0, hand: 5 } as const

/** The sheet. */
export function signaturesSheet(book: PaperBook): SheetModel {
  const { members } = book.panel
  const { signing } = book
  const expected = signing?.people.filter(({ signs }) => signs).length ?? 0
  const sheet = openSheet(book, {
    name: '签名清单',
    title: signing ? `签名清单（本文件应有 ${expected} 个数字签名）` : '签名清单',
    orientation: 'landscape',
    columns: [
      { least: 34 },
      { least: 70 },
      { least: 130, grow: 2 },
      { least: 78 },
      { least: 60 },
      { least: 118, grow: 1 },
      { least: 196 },
    ],
  })
  const table = sheet.table({
    header: [heads('席位', '姓名', '单位及职务职称', '手机', '表态', '签名', '证书指纹（SHA-256）')],
    printed: true,
  })
  const listed = new Map(signing?.people.map((one) => [one.person, one]))
  for (const member of members) {
    const name = member.chair ? `${member.name}\n（组长）` : member.name
    const unit = [member.unit, member.post].filter(Boolean).join('\n')
    const own = listed.get(member.expert)
    table.row([mid(member.seat), mid(name), word(unit), mid(member.phone || '—'), ...answerCells(own)], {
      tall: rowHeight,
    })
  }
  const office = listed.get('secretariat')
  if (office) {
    table.row([mid('—'), mid(`${office.name}\n（秘书处）`), word(office.unit), mid('—'), ...answerCells(office)], {
      tall: rowHeight,
    })
  }
  // A list of names is closed by hand-proof words, so that nobody can be added below it later.
  for (let at = members.length; at < leastRows; at += 1) {
    const closing = at === members.length ? mid('以下空白') : blank()
    table.row([blank(), closing, ...Array.from({ length: 5 }, () => blank())], { tall: rowHeight })
  }
  addPages(sheet, book)
  addPaperSheets(sheet, book)
  if (signing) addWords(sheet, signing)
  signatureBlock(sheet, lines.panel)
  const model = sheet.close()
  return { ...model, pictures: members.flatMap(({ expert, seat }) => handwriting(model, listed.get(expert), seat)) }
}

/** Only certificates whose signatures are expected stand in the last column in full. */
function answerCells(one: ListedSigner | undefined): Cell[] {
  if (!one) return [mid('—'), blank(), mid('—')]
  const { answer, certificate, signs, person } = one
  const said = person === 'secretariat' ? '制表' : answer ? answers[answer.answer] : '未表态'
  const print = signs && certificate ? certificate.fingerprint.toUpperCase() : '不签名'
  return [mid(said), blank(), word(print, 'fine')]
}

/** The scans themselves lie in the archive and beside the papers: here is what binds them. */
function addPages(sheet: PaperSheet, book: PaperBook): void {
  const pages = attachedPages(book.entries)
  if (pages.length === 0) return
  const names = new Map(book.panel.members.map(({ expert, name }) => [expert, name]))
  sheet.heading(`墨水签名页（${pages.length} 页）`)
  sheet.paragraph(
    '下列扫描件或照片由页脚的台账指纹与本轮评审相连，原件随归档包保存；文件的 SHA-256 与下列不符的，不是当时附上的那一页。',
  )
  pages.forEach(({ file, name, printed, person, note, at }, index) => {
    const who = names.get(person ?? '') ?? '多人同页'
    sheet.paragraph(
      `${index + 1}. ${who}　${moment(at)}　${name}　页脚台账指纹 ${fingerprint(printed)}　SHA-256：${file.toUpperCase()}${note ? `　${note}` : ''}`,
    )
  })
}

/** The same of sheets that were filled in on paper. */
function addPaperSheets(sheet: PaperSheet, book: PaperBook): void {
  const scans = paperScans(book.entries)
  if (scans.length === 0) return
  const seats = new Map(book.panel.members.map(({ expert, seat, name }) => [expert, `第 ${seat} 席 ${name}`]))
  const packets = new Map(book.result.rows.map(({ packet, no, workshop }) => [packet, `${no} 号 ${workshop}`]))
  sheet.heading(`纸质评分表扫描件（${scans.length} 份）`)
  sheet.paragraph('下列评分表在纸上填写，由两人各录一遍；扫描件或照片随归档包保存，文件的 SHA-256 应与下列相符。')
  scans.forEach(({ expert, packet, name, sha256, at }, index) => {
    const whose = `${seats.get(expert) ?? expert}　${packets.get(packet) ?? packet}`
    sheet.paragraph(`${index + 1}. ${whose}　${moment(at)}　${name}　SHA-256：${sha256.toUpperCase()}`)
  })
}

function addWords(sheet: PaperSheet, { people, authority }: NonNullable<PaperBook['signing']>): void {
  const said = people.filter(({ answer }) => answer && answer.answer !== 'sign')
  if (said.length > 0) sheet.heading('不同意见与拒绝签名')
  for (const { name, answer } of said) {
    if (!answer) continue
    const witness = answer.witness ? `（见证人：${answer.witness}）` : ''
    const what = answers[answer.answer].replace('\n', '')
    sheet.paragraph(`${name}　${what}　${moment(answer.at)}：${answer.text || '未说明理由'}${witness}`)
  }
  const kinds = [...new Set(people.flatMap(({ certificate }) => (certificate ? [certificate.algorithm] : [])))]
  sheet.heading('怎样核对数字签名')
  sheet.paragraph(
    `少一个签名、多一个签名，或者证书指纹与本表不符，都说明文件被动过。密钥：${kinds.map((kind) => keyNames[kind] ?? kind).join('、')}。沉默不等于同意：没有表态的人不在签名之列。`,
  )
  if (authority.second) {
    sheet.paragraph(
      `国密双签名：各人的每项操作另用 SM2/SM3 对同一份原文再签一次，载于《校验数据》（${softwareSm2['zh-CN']}）。`,
    )
  }
  sheet.paragraph(
    `发证机构由本轮评审自设、离线生成，证书指纹：${authority.fingerprint.toUpperCase()}。请与现场公布、打印留存的指纹核对。`,
  )
}

/** The picture of a hand in the cell where this seat signs. */
function handwriting(model: SheetModel, one: ListedSigner | undefined, seat: number): ModelPicture[] {
  const row = model.rows.findIndex(({ cells }) =>
    cells.some(({ from, value }) => from === place.seat + 1 && value === seat),
  )
  const height = model.rows[row]?.height ?? 0
  const room = model.widths[place.hand] ?? 0
  if (!one?.picture || row < 0) return []
  // The header of a PNG begins with its width and height.
  const { byteLength, byteOffset, buffer } = one.picture
  const size = new DataView(buffer, byteOffset, byteLength)
  const [across, down] = [size.getUint32(16), size.getUint32(20)]
  const shrink = Math.min((room - 8) / across, (height - 14) / down)
  const before = model.widths.slice(0, place.hand).reduce((sum, width) => sum + width, 0)
  const left = before + (room - across * shrink) / 2
  const chart = { kind: 'png', bytes: one.picture } as const
  return [{ chart, row, left, width: across * shrink, height: down * shrink }]
}
