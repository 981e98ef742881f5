/** A scan or photo of a page that was signed in ink, bound to the round by the fingerprint printed in its footer. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { attachedPages, headPrinted, readPrinted } from '#core/signing/attached-pages.ts'
import { keepBytes } from '#db/packet-files.ts'
import { allEntries, entriesOf } from '#db/queries/ledger.ts'
import type { SigningView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { mostScanBytes, scanMime } from '../intake/scanned-page.ts'
import { actorOf, decide, demandStage, enter, expertIn } from '../room.ts'
import { showSigning } from '../views/signing.ts'
import { withUpload } from './upload.ts'

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
  const mime = scanMime(bytes)
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
  if (file.size > mostScanBytes) return refuse('bad-scan')
  return withUpload(file, (place) => attachPage(ctx, { ...input, path: place }))
}
