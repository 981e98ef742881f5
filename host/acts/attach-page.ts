/** A scan or photo of a page that was signed in ink, bound to the round by the fingerprint printed in its footer. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { attachedPages, headPrinted, readPrinted } from '#core/signing/attached-pages.ts'
import { keepBytes } from '#db/packet-files.ts'
import { allEntries, entriesOf } from '#db/queries/ledger.ts'
import type { SigningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { readPicture } from '../intake/picture.ts'
import { actorOf, decide, demandStage, enter, expertIn } from '../room.ts'
import { showSigning } from '../views/signing.ts'
import { withUpload } from './upload.ts'

const mostBytes = 12 * 1024 * 1024
/** An A4 page at 600 dots per inch has 35 million. */
const mostPixels = 60_000_000

export type AttachInput = {
  round: string
  /** The sixteen digits in the page's footer, as typed. */
  printed: string
  /** Whose page it is; left out for one that several signed. */
  person?: string | undefined
  note: string
}

/**
 * @throws Refused `result-not-frozen`, `wrong-stage`, `bad-scan`, `footer-unknown`, `page-attached-before`,
 *   `unknown-expert`, `not-found`.
 */
export async function attachPage(ctx: Ctx, input: AttachInput & { path: string }): Promise<SigningView> {
  const room = enter(ctx, input.round)
  if (!room.frozen) refuse('result-not-frozen')
  demandStage(room, 'export-papers', ctx.caller.lang)
  const person = input.person ? expertIn(room, input.person).id : null
  const bytes = await readFile(input.path).catch(() => refuse('not-found', { path: input.path }))
  const mime = mimeOf(bytes)
  const printed = readPrinted(input.printed)
  const head = headPrinted(allEntries(room.file), printed) ?? refuse('footer-unknown', { printed: input.printed })
  const file = await keepBytes(room.folder, bytes)
  const known = attachedPages(entriesOf(room.file, ['page.attached'])).find((page) => page.file === file)
  if (known) refuse('page-attached-before', { name: known.name })
  const payload = {
    ...{ file, mime, printed, head, person },
    name: path.basename(input.path).slice(0, 120),
    note: input.note.trim(),
  }
  decide(ctx, room, [{ kind: 'page.attached', by: actorOf(ctx), subject: person ?? room.id, payload }], ['signing'])
  return showSigning(ctx, input)
}

/** The same for a file out of a browser. */
export function attachUploadedPage(ctx: Ctx, { file, ...input }: AttachInput & { file: File }): Promise<SigningView> {
  if (file.size > mostBytes) return refuse('bad-scan')
  return withUpload(file, (place) => attachPage(ctx, { ...input, path: place }))
}

/** @throws Refused `bad-scan` for anything but a JPEG, PNG or PDF of a size that a page can have. */
function mimeOf(bytes: Buffer): string {
  if (bytes.length > mostBytes) return refuse('bad-scan')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  const picture = readPicture(bytes) ?? refuse('bad-scan')
  const pixels = picture.width * picture.height
  return pixels > 0 && pixels <= mostPixels ? picture.mime : refuse('bad-scan')
}
