/** The ledger, backups, archives, bundles and the devices of a round. */
import { chooseBackupPlaces, createBackup, listBackups } from '../../acts/create-backup.ts'
import { decideConflict } from '../../acts/decide-conflict.ts'
import { importWork } from '../../acts/import-work.ts'
import { openPackage, showBundle } from '../../acts/open-package.ts'
import { packRound } from '../../acts/pack-bundle.ts'
import { receiveBundle } from '../../acts/receive-bundle.ts'
import { compareBackup, restoreBackup } from '../../acts/restore-backup.ts'
import { salvageRound } from '../../acts/salvage-round.ts'
import { sealWork } from '../../acts/seal-work.ts'
import { exportArchive } from '../../archive/export.ts'
import { importArchive, mergeArchive, verifyArchive } from '../../archive/import.ts'
import { showCompleteness } from '../../views/completeness.ts'
import { listDevices } from '../../views/devices.ts'
import { auditLedger, listLedger, pageLedger, verifyLedger } from '../../views/ledger.ts'
import { listOwnConflicts } from '../../views/own-conflicts.ts'
import { proveRound } from '../../views/round-proof.ts'
import { by, desk, seat } from './handlers.ts'

export const deskRecords = {
  ledger: {
    list: desk.ledger.list.handler(by(listLedger)),
    verify: desk.ledger.verify.handler(by(verifyLedger)),
    page: desk.ledger.page.handler(by(pageLedger)),
    audit: desk.ledger.audit.handler(by(auditLedger)),
    prove: desk.ledger.prove.handler(by(proveRound)),
  },
  backup: {
    create: desk.backup.create.handler(by(createBackup)),
    list: desk.backup.list.handler(by(listBackups)),
    places: desk.backup.places.handler(by(chooseBackupPlaces)),
    compare: desk.backup.compare.handler(by(compareBackup)),
    salvage: desk.backup.salvage.handler(by(salvageRound)),
    restore: desk.backup.restore.handler(by(restoreBackup)),
  },
  archive: {
    export: desk.archive.export.handler(by(exportArchive)),
    import: desk.archive.import.handler(by(importArchive)),
    merge: desk.archive.merge.handler(by(mergeArchive)),
    verify: desk.archive.verify.handler(by(verifyArchive)),
  },
  bundles: {
    look: desk.bundles.look.handler(by(showBundle)),
    receive: desk.bundles.receive.handler(by(receiveBundle)),
    pack: desk.bundles.pack.handler(by(packRound)),
    open: desk.bundles.open.handler(by(openPackage)),
    seal: desk.bundles.seal.handler(by(sealWork)),
    import: desk.bundles.import.handler(by(importWork)),
  },
  completeness: { show: desk.completeness.show.handler(by(showCompleteness)) },
  devices: { list: desk.devices.list.handler(by(listDevices)) },
}

export const seatRecords = {
  conflicts: {
    mine: seat.conflicts.mine.handler(by(listOwnConflicts)),
    decide: seat.conflicts.decide.handler(by(decideConflict)),
  },
}
