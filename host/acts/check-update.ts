/** Looks at an installer that came on a USB stick: is it the publisher's own, whole, and newer than this program. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { hashFile } from '#db/packet-files.ts'
import type { UpdateAnswer } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { isNewer, isSigned, readSlip, slipEnding } from '../update/slip.ts'
import { version } from '../version.ts'

const places = ['../publisher.pem', '../../build/publisher.pem'].map((step) => path.join(import.meta.dirname, step))

/** The publisher's public key, packed with the program; undefined in a build of somebody's own. */
function publisherKey(): string | undefined {
  const found = [process.env.JP_PUBLISHER ?? '', ...places].find((place) => place !== '' && existsSync(place))
  return found && readFileSync(found, 'utf8')
}

/**
 * Checks an installer against the slip beside it. Installs nothing: the person starts it.
 * @throws Refused `not-found`, `no-publisher`, `update-without-slip`, `update-foreign`, `update-altered`, `update-old`.
 */
export async function checkUpdate(_: Ctx, input: { path: string }): Promise<UpdateAnswer> {
  const file = path.resolve(input.path)
  if (!existsSync(file)) refuse('not-found', { path: file })
  const key = publisherKey() ?? refuse('no-publisher')
  const beside = `${file}${slipEnding}`
  const slip = existsSync(beside) ? readSlip(readFileSync(beside, 'utf8')) : null
  const name = path.basename(file)
  if (!slip) return refuse('update-without-slip', { file: name, slip: path.basename(beside) })
  if (!isSigned(slip, key)) refuse('update-foreign', { file: name })
  if ((await hashFile(file)) !== slip.sha256) refuse('update-altered', { file: name })
  if (!isNewer(slip.version, version)) refuse('update-old', { version: slip.version, now: version })
  return { file, version: slip.version, now: version }
}
