/** What the papers say of a visit, the same in the workbook and in Word. */
import { photoName } from '#core/visits/photos.ts'
import { unsignedOf, type VisitPhoto } from '#core/visits/record.ts'
import type { VisitView } from '#host/api/shapes.ts'
import type { PaperBook } from './book.ts'
import type { StripPicture } from './sheets/page.ts'
import { moment, zh } from './words.ts'

const verdicts = { agrees: '相符', differs: '不符', 'not-seen': '未看到' } as const
const perStrip = 3

/** "甲（10:02 到）、乙（未到）" */
export function teamShown({ team }: VisitView): string {
  return team.map(({ name, arrived }) => `${name}（${arrived === null ? '未到' : `${arrived} 到`}）`).join('、')
}

/** "10:05 至 11:20"; empty where no time was noted. */
export function hoursShown({ begun, ended }: VisitView): string {
  if (begun === null && ended === null) return ''
  return `${begun ?? '—'} 至 ${ended ?? '—'}`
}

/** Rows 核对事项 | 结论 | 现场情况. */
export function checkRows({ checks }: VisitView): string[][] {
  return checks.map(({ about, name, claimed, verdict, seen }) => {
    const said = zh(name)
    // A condition goes by the number of its article alone: what it asks is said with it.
    const what = /^第/.test(said) ? `${said} ${claimed}`.trim() : said
    return [what === about || what !== said ? what : `${about} ${said}`, verdicts[verdict], seen || '—']
  })
}

/** Rows 测量项目 | 申报 | 实测 | 说明; numbers as they were typed. */
export function measureRows({ measures }: VisitView): string[][] {
  return measures.map(({ name, value, unit, claimed, note }) => [
    name,
    claimed === null ? '—' : `${claimed} ${unit}`.trim(),
    `${value} ${unit}`.trim(),
    note || '—',
  ])
}

/** Rows 细则 | 更正前 | 更正后 | 依据. */
export function followRows({ follows }: VisitView): string[][] {
  const points = (value: string | null) => value ?? '由专家评'
  return follows.map(({ item, name, before, after, because }) => [
    `${item} ${zh(name)}`,
    points(before),
    points(after),
    zh(because),
  ])
}

/** The camera's own time where it says one, else when the device took the photo in. */
function takenShown({ taken, noted }: VisitPhoto): string {
  return taken === null ? `存入 ${moment(noted)}` : taken.replace('T', ' ')
}

/** Rows 编号 | 拍摄时间 | 说明 | SHA-256. */
export function photoRows({ photos }: VisitView): string[][] {
  return photos.map((photo) => [
    photoName(photo),
    takenShown(photo),
    `${photo.caption || '—'}${photo.original ? `（由 ${photo.original.width}×${photo.original.height} 缩小）` : ''}`,
    photo.sha256,
  ])
}

/** "共 8 张，全部在案。" and the numbers that were struck. */
export function photosCounted({ photos, struck, without }: VisitView): string {
  const gone = struck.map((one) => `${photoName(one)}（${one.reason}）`).join('、')
  return `照片共 ${photos.length} 张，全部在案。${gone === '' ? '' : `划去的编号：${gone}。`}${
    without.length === 0 ? '' : `定稿时未等：${without.join('、')}。`
  }`
}

/** "已签署：甲；乙（保留意见：…）" */
export function signedShown({ signatures, team }: VisitView): string {
  if (team.length === 0) return ''
  const signed = signatures.map(({ name, answer, text }) =>
    answer === 'agree' ? name : `${name}（保留意见：${text}）`,
  )
  const open = unsignedOf({ team, signatures })
  const parts = [
    signed.length > 0 ? `已签署：${signed.join('；')}` : '尚无人签署',
    ...(open.length > 0 ? [`未签署：${open.map(({ name }) => name).join('、')}`] : []),
  ]
  return `${parts.join('。')}。`
}

/** The photos made small, three to a strip; those that cannot be drawn stand in the list alone. */
export function photoStrips(book: PaperBook, { photos }: VisitView): StripPicture[][] {
  const drawn = photos.flatMap((photo): StripPicture[] => {
    const bytes = book.visitThumbs.get(photo.sha256)
    if (!bytes) return []
    const isOnSide = photo.turn === 90 || photo.turn === 270
    const [width, height] = isOnSide ? [photo.height, photo.width] : [photo.width, photo.height]
    return [{ bytes, width, height, label: `${photoName(photo)}　${photo.caption}`.trim() }]
  })
  return Array.from({ length: Math.ceil(drawn.length / perStrip) }, (_, at) =>
    drawn.slice(at * perStrip, (at + 1) * perStrip),
  )
}
