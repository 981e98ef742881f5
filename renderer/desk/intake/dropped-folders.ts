/** Folders dropped on a browser's window: a page gets no path of them, so each becomes a zip of what is in it. */
import { Zip, ZipPassThrough } from 'fflate'

/** What lies in a folder, with its path from the folder's own name on. */
type Inside = { path: string; file: File }

/** What was dropped, if a folder is among it. To be called while the drop is being handled: later it is gone. */
export function droppedEntries(items: DataTransferItemList): readonly FileSystemEntry[] | undefined {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return entries.some((entry) => entry.isDirectory) ? entries : undefined
}

/** Dropped files as they are, and each dropped folder as one zip of the folder's name. */
export function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const inside = await everythingIn(entry)
      const [only] = inside
      return entry.isFile && only ? only.file : zipOf(entry.name, inside)
    }),
  )
}

/** Files chosen with their folder, as one zip of the folder's name. */
export function zipOfChosen(files: readonly File[]): Promise<File> {
  const inside = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  return zipOf(inside[0]?.path.split('/')[0] ?? 'folder', inside)
}

async function everythingIn(entry: FileSystemEntry): Promise<Inside[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))
    return [{ path, file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: Inside[] = []
  // A browser hands a folder over in pieces of a hundred; an empty piece is the end.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (piece.length === 0) return found
    for (const each of piece) found.push(...(await everythingIn(each)))
  }
}

/** Nothing is compressed: the zip goes no further than this computer. */
async function zipOf(name: string, inside: readonly Inside[]): Promise<File> {
  const pieces: BlobPart[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece.slice())
  })
  for (const { path, file } of inside) {
    const entry = new ZipPassThrough(path)
    entry.mtime = file.lastModified
    zip.add(entry)
    entry.push(new Uint8Array(await file.arrayBuffer()), true)
  }
  zip.end()
  return new File(pieces, `${name}.zip`, { type: 'application/zip' })
}
