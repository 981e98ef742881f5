/** This computer: settings, diagnosis, updates. */
import { checkUpdate } from '../../acts/check-update.ts'
import { makeRecovery, recoverKeys, showKeyBinding } from '../../acts/recover-keys.ts'
import { saveSettings } from '../../acts/save-settings.ts'
import { diagnosisFile, showDiagnosis } from '../../views/diagnosis.ts'
import { showSettings } from '../../views/settings.ts'
import { by, desk } from './handlers.ts'

export const deskDevice = {
  settings: {
    show: desk.settings.show.handler(by(showSettings)),
    save: desk.settings.save.handler(by(saveSettings)),
  },
  diagnosis: {
    show: desk.diagnosis.show.handler(by(showDiagnosis)),
    file: desk.diagnosis.file.handler(by(diagnosisFile)),
  },
  keys: {
    show: desk.keys.show.handler(by(showKeyBinding)),
    makeRecovery: desk.keys.makeRecovery.handler(by(makeRecovery)),
    recover: desk.keys.recover.handler(by(recoverKeys)),
  },
  updates: { check: desk.updates.check.handler(by(checkUpdate)) },
}
