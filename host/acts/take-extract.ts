/** Takes in what the bureau's collection signed: earlier awards into the register, bans and repeat applicants beside it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { onDisk } from '#db/disk.ts'
import { listEarlierWorkshops, putSetting, replaceEarlierWorkshops, setting } from '#db/queries/device.ts'
import type { RegisterView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { keepExtract, readExtract } from '../hub/signed-extract.ts'
import { showRegister } from '../views/register.ts'

const signerKey = 'extract.signer'

/**
 * Adds an extract to the register of earlier workshops, where eligibility looks. The first extract's signer is the one
 * this computer believes from then on, unless another is named.
 * @param input.signer the sixteen digits the sender gave by other means.
 * @throws Refused `not-an-extract`, `altered-extract`, `unknown-signer`, `place-gone`.
 */
export async function takeExtract(
  { host }: Ctx,
  input: { path: string; signer?: string | undefined },
): Promise<RegisterView & { signer: string; bans: number; applications: number }> {
  const file = path.resolve(input.path)
  const extract = readExtract(await onDisk(file, async () => readFileSync(file, 'utf8')), file)
  const { signer, workshops, bans, applications } = extract
  const { device } = host.store
  const believed = input.signer ?? setting(device, signerKey)
  if (believed !== undefined && believed !== signer) refuse('unknown-signer', { signer, believed })
  putSetting(device, signerKey, signer)
  const here = listEarlierWorkshops(device).map(({ position: _, ...row }) => row)
  const nameOf = (row: { leader: string; unit: string; occupation: string }) =>
    `${row.leader}\n${row.unit}\n${row.occupation}`
  const told = new Map(workshops.map((row) => [nameOf(row), row]))
  const own = here.filter((row) => !told.has(nameOf(row)))
  replaceEarlierWorkshops(device, [...own, ...told.values()])
  keepExtract(host, extract)
  putSetting(device, 'register.source', path.basename(file))
  putSetting(device, 'register.importedAt', timestamp(host))
  return { ...showRegister({ host }), signer, bans: bans.length, applications: applications.length }
}
