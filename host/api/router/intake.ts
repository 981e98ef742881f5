/** Packets: taking them in, checking them, what is known from them. */
import { readFile } from 'node:fs/promises'
import { cancelImport } from '../../acts/cancel-import.ts'
import { checkPacket } from '../../acts/check-packet.ts'
import { correctField } from '../../acts/correct-field.ts'
import { decideEligibility } from '../../acts/decide-eligibility.ts'
import { importPackets } from '../../acts/import-packets.ts'
import { importRegister } from '../../acts/import-register.ts'
import { importRecommended } from '../../acts/list-recommended.ts'
import { recordEligibility } from '../../acts/record-eligibility.ts'
import { recordFacts } from '../../acts/record-facts.ts'
import { searchPapers } from '../../acts/search-papers.ts'
import { withUpload } from '../../acts/upload.ts'
import { withdrawPacket } from '../../acts/withdraw-packet.ts'
import { showEligibility, showQuotas } from '../../views/eligibility.ts'
import { packetFile } from '../../views/files.ts'
import { importReport, listImports, showImport } from '../../views/imports.ts'
import { listPackets, showPacket } from '../../views/packets.ts'
import { showRecommended } from '../../views/recommended.ts'
import { showRegister } from '../../views/register.ts'
import { by, type Call, desk, seat } from './handlers.ts'

const readPacketFile = async ({ context, input }: Call<Parameters<typeof packetFile>[1]>) => {
  const { path, name, mime } = packetFile(context, input)
  return new File([await readFile(path)], name, { type: mime })
}

export const deskIntake = {
  packets: {
    import: desk.packets.import.handler(by(importPackets)),
    importing: desk.packets.importing.handler(by(showImport)),
    cancel: desk.packets.cancel.handler(by(cancelImport)),
    imports: desk.packets.imports.handler(by(listImports)),
    report: desk.packets.report.handler(by(importReport)),
    upload: desk.packets.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) =>
        importPackets(context, {
          round: input.round,
          paths: [path],
          ...(input.apart && { apart: { [path]: input.apart } }),
        }),
      ),
    ),
    list: desk.packets.list.handler(by(listPackets)),
    search: desk.packets.search.handler(by(searchPapers)),
    show: desk.packets.show.handler(by(showPacket)),
    eligibility: desk.packets.eligibility.handler(by(showEligibility)),
    correct: desk.packets.correct.handler(by(correctField)),
    check: desk.packets.check.handler(by(checkPacket)),
    withdraw: desk.packets.withdraw.handler(by(withdrawPacket)),
  },
  eligibility: {
    record: desk.eligibility.record.handler(by(recordEligibility)),
    decide: desk.eligibility.decide.handler(by(decideEligibility)),
    quotas: desk.eligibility.quotas.handler(by(showQuotas)),
  },
  register: {
    import: desk.register.import.handler(by(importRegister)),
    upload: desk.register.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) => importRegister(context, { path })),
    ),
    list: desk.register.list.handler(by(showRegister)),
  },
  recommended: {
    import: desk.recommended.import.handler(by(importRecommended)),
    upload: desk.recommended.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) => importRecommended(context, { round: input.round, path })),
    ),
    show: desk.recommended.show.handler(by(showRecommended)),
  },
  facts: { record: desk.facts.record.handler(by(recordFacts)) },
  files: {
    read: desk.files.read.handler(readPacketFile),
  },
}

export const seatIntake = {
  files: { read: seat.files.read.handler(readPacketFile) },
}
