/** How the files of one application are laid out as tabs: the form first, each PDF by itself, the photos together. */
import type { Text } from '#core/lang.ts'

/** What the viewer needs to know of a file; `PacketFile` with or without its problem in words. */
export type FileLike = {
  sha256: string
  name: string
  kind: 'form' | 'pdf' | 'photo' | 'sheet' | 'other'
  mime: string
  pages: number | null
  problemText?: Text | null
}

/** A page of a file; a photo has one page. */
export type Place = { file: string; page: number }

/** `unshown` is a file the viewer cannot draw, such as an Excel sheet. */
export type Drawing = 'docx' | 'pdf' | 'photos' | 'unshown'
export type Tab = { id: string; drawing: Drawing; kind: FileLike['kind']; title: string; files: FileLike[] }

const order: FileLike['kind'][] = ['form', 'pdf', 'photo', 'sheet', 'other']

function drawingOf({ name, mime }: FileLike): Drawing {
  if (mime === 'application/pdf' || /\.pdf$/i.test(name)) return 'pdf'
  if (mime.startsWith('image/') || /\.(jpe?g|png|webp|gif|bmp)$/i.test(name)) return 'photos'
  if (mime.includes('wordprocessingml') || /\.docx$/i.test(name)) return 'docx'
  return 'unshown'
}

/** The last part of a path without its ending: "证明材料" of "材料/证明材料.pdf". */
export function stemOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? name
  return last.replace(/\.[^.]{1,5}$/, '') || last
}

/** The tabs of one application. A file that is there twice is shown once. */
export function tabsOf(files: readonly FileLike[]): Tab[] {
  const tabs: Tab[] = []
  const known = new Set<string>()
  // Not toSorted: the oldest promised Chromium (109) has none.
  for (const file of [...files].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
    if (known.has(file.sha256)) continue
    known.add(file.sha256)
    const drawing = drawingOf(file)
    const photos = drawing === 'photos' ? tabs.find((tab) => tab.drawing === 'photos') : undefined
    if (photos) photos.files.push(file)
    else tabs.push({ id: file.sha256, drawing, kind: file.kind, title: stemOf(file.name), files: [file] })
  }
  return tabs
}

/** The tab a file is in. */
export function tabWith(tabs: readonly Tab[], file: string): Tab | undefined {
  return tabs.find((tab) => tab.files.some((entry) => entry.sha256 === file))
}
