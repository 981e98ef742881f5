/** Keys, answers and signatures. */
import { attachPage, attachUploadedPage } from '../../acts/attach-page.ts'
import { beginSigning } from '../../acts/begin-signing.ts'
import { certifyKey, makeKeyHere, requestKey } from '../../acts/certify-key.ts'
import { giveAnswer, recordAnswer } from '../../acts/give-answer.ts'
import { revokeKey } from '../../acts/revoke-key.ts'
import { sealWorkbook } from '../../acts/seal-workbook.ts'
import { signWorkbook, signWorkbookHere, verifyFinished } from '../../acts/sign-workbook.ts'
import { lockKeys, unlockKeys } from '../../acts/unlock-keys.ts'
import { attachedFile, showMyKey, showMySigning, showSigning } from '../../views/signing.ts'
import { by, desk, seat } from './handlers.ts'

export const deskSigning = {
  signing: {
    show: desk.signing.show.handler(by(showSigning)),
    begin: desk.signing.begin.handler(by(beginSigning)),
    unlock: desk.signing.unlock.handler(by(unlockKeys)),
    lock: desk.signing.lock.handler(by(lockKeys)),
    make: desk.signing.make.handler(by(makeKeyHere)),
    certify: desk.signing.certify.handler(by(certifyKey)),
    revoke: desk.signing.revoke.handler(by(revokeKey)),
    answer: desk.signing.answer.handler(by(recordAnswer)),
    attach: desk.signing.attach.handler(by(attachPage)),
    attachUpload: desk.signing.attachUpload.handler(by(attachUploadedPage)),
    page: desk.signing.page.handler(by(attachedFile)),
    seal: desk.signing.seal.handler(by(sealWorkbook)),
    sign: desk.signing.sign.handler(by(signWorkbookHere)),
    verify: desk.signing.verify.handler(by(verifyFinished)),
  },
}

export const seatSigning = {
  signing: {
    key: seat.signing.key.handler(by(showMyKey)),
    request: seat.signing.request.handler(by(requestKey)),
    show: seat.signing.show.handler(by(showMySigning)),
    answer: seat.signing.answer.handler(async ({ context, input }) => {
      await giveAnswer(context, input)
      return showMySigning(context, input)
    }),
    sign: seat.signing.sign.handler(by(signWorkbook)),
  },
}
