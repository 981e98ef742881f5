/** Joins the contract to the acts and views that fulfil it: one line a method, for all doors. */
import { readFile } from 'node:fs/promises'
import { implement, ORPCError, ValidationError } from '@orpc/server'
import { mayCall } from '#core/panel/roles.ts'
import { type Refusal, Refused, refusal, refuse, sentenceOf } from '#core/refusal.ts'
import { diskRefusal } from '#db/disk.ts'
import { adoptChoice } from '../acts/adopt-choice.ts'
import { answerDoubt } from '../acts/answer-doubt.ts'
import { arrangeReading } from '../acts/arrange-reading.ts'
import { beginSigning } from '../acts/begin-signing.ts'
import { cancelImport } from '../acts/cancel-import.ts'
import { castBallot, castListBallot } from '../acts/cast-ballot.ts'
import { certifyKey, makeKeyHere, requestKey } from '../acts/certify-key.ts'
import { checkPacket } from '../acts/check-packet.ts'
import { checkUpdate } from '../acts/check-update.ts'
import { closeStage } from '../acts/close-stage.ts'
import { closeVote, publishVote } from '../acts/close-vote.ts'
import { correctField } from '../acts/correct-field.ts'
import { chooseBackupPlaces, createBackup, listBackups } from '../acts/create-backup.ts'
import { createRound } from '../acts/create-round.ts'
import { decideConflict, listOwnConflicts } from '../acts/decide-conflict.ts'
import { decideEligibility } from '../acts/decide-eligibility.ts'
import { decideLine } from '../acts/decide-line.ts'
import { declareRecusal } from '../acts/declare-recusal.ts'
import { fixDraw, makeDraw, repeatDraw } from '../acts/draw-panel.ts'
import { enterAlternate } from '../acts/enter-alternate.ts'
import { dossierOf, exportPapers, workbookOf, writeTemplates } from '../acts/export-papers.ts'
import { freezeResult } from '../acts/freeze-result.ts'
import { giveAnswer, recordAnswer } from '../acts/give-answer.ts'
import { importCalendar } from '../acts/import-calendar.ts'
import { importPackets } from '../acts/import-packets.ts'
import { importRegister, showRegister } from '../acts/import-register.ts'
import { importWork } from '../acts/import-work.ts'
import { issueSeatCodes, renewSeatCode } from '../acts/issue-seat-codes.ts'
import { importPool, listPool } from '../acts/keep-pool.ts'
import { importExperts } from '../acts/list-experts.ts'
import { importRecommended } from '../acts/list-recommended.ts'
import { makeSampleRound } from '../acts/make-sample-round.ts'
import { nameOfficers } from '../acts/name-officers.ts'
import { noteAttendance } from '../acts/note-attendance.ts'
import { openPackage, showBundle } from '../acts/open-package.ts'
import { openVote } from '../acts/open-vote.ts'
import { packRound } from '../acts/pack-bundle.ts'
import { prepareVote, withdrawVote } from '../acts/prepare-vote.ts'
import { publishList } from '../acts/publish-list.ts'
import { raiseDoubt } from '../acts/raise-doubt.ts'
import { readRubric } from '../acts/read-rubric.ts'
import { reconsiderItem } from '../acts/reconsider-item.ts'
import { recordEligibility } from '../acts/record-eligibility.ts'
import { recordFacts } from '../acts/record-facts.ts'
import { recordMinutes } from '../acts/record-minutes.ts'
import { decideObjection, recordObjection } from '../acts/record-objection.ts'
import { recordVisit } from '../acts/record-visit.ts'
import { reopenSheet } from '../acts/reopen-sheet.ts'
import { askReopening, decideReopening } from '../acts/reopen-stage.ts'
import { reportSeat } from '../acts/report-seat.ts'
import { compareBackup, restoreBackup } from '../acts/restore-backup.ts'
import { returnSheet } from '../acts/return-sheet.ts'
import { revokeKey } from '../acts/revoke-key.ts'
import { salvageRound } from '../acts/salvage-round.ts'
import { saveSheetDraft } from '../acts/save-draft.ts'
import { saveScheme } from '../acts/save-scheme.ts'
import { saveSettings } from '../acts/save-settings.ts'
import { sealWork } from '../acts/seal-work.ts'
import { sealWorkbook } from '../acts/seal-workbook.ts'
import { setPanel } from '../acts/set-panel.ts'
import { settleList } from '../acts/settle-list.ts'
import { signWorkbook, signWorkbookHere } from '../acts/sign-workbook.ts'
import { submitSheet } from '../acts/submit-sheet.ts'
import { showLan, startLan, stopLan } from '../acts/switch-lan.ts'
import { takeAttendance } from '../acts/take-attendance.ts'
import { readOut, setFloor } from '../acts/take-floor.ts'
import { lockKeys, unlockKeys } from '../acts/unlock-keys.ts'
import { withUpload } from '../acts/upload.ts'
import { exportArchive } from '../archive/export.ts'
import { importArchive, mergeArchive, verifyArchive } from '../archive/import.ts'
import { commitTogether } from '../group-commit.ts'
import type { Caller, Ctx } from '../host.ts'
import { traceOf } from '../log.ts'
import { enter } from '../room.ts'
import { seatedIn } from '../seats.ts'
import {
  followWorkshop,
  showAfterwards,
  showMoney,
  showReminders,
  showRetirement,
  showRoundMoney,
} from '../views/afterwards.ts'
import { showAttendance } from '../views/attendance.ts'
import { listCalendars } from '../views/calendars.ts'
import { showCompleteness } from '../views/completeness.ts'
import { listMinutes, listVisits } from '../views/deliberation.ts'
import { listDevices } from '../views/devices.ts'
import { diagnosisFile, showDiagnosis } from '../views/diagnosis.ts'
import { listDoubts } from '../views/doubts.ts'
import { showDraw } from '../views/draw.ts'
import { showEligibility, showQuotas } from '../views/eligibility.ts'
import { packetFile } from '../views/files.ts'
import { showFinalList } from '../views/final-list.ts'
import { showFloor } from '../views/floor.ts'
import { importReport, listImports, showImport } from '../views/imports.ts'
import { listLedger, verifyLedger } from '../views/ledger.ts'
import { listPackets, showPacket } from '../views/packets.ts'
import { listExperts, showDeclaration, showMe, showPanel } from '../views/panel.ts'
import { showPublication } from '../views/publication.ts'
import { showRecommended } from '../views/recommended.ts'
import { listReopenings } from '../views/reopenings.ts'
import { computeResult } from '../views/results.ts'
import { listRounds, showRound } from '../views/round.ts'
import {
  assessAnswer,
  eligibilityAnswer,
  panelAnswer,
  publicityAnswer,
  rankAnswer,
  voteAnswer,
} from '../views/rules.ts'
import { checkScheme, listSchemes, showScheme } from '../views/schemes.ts'
import { showArrangement, showSecondRound } from '../views/second-round.ts'
import { showSettings } from '../views/settings.ts'
import { listSheets, showProgress, showSheet } from '../views/sheets.ts'
import { showMyKey, showMySigning, showSigning } from '../views/signing.ts'
import { listVotes, showMyVote } from '../views/votes.ts'
import { showWall } from '../views/wall.ts'
import { deskContract, seatContract, wallContract } from './contract.ts'
import { watchChanges } from './live.ts'

type Call<I> = { context: Ctx; input: I }
/** An act or view as a handler: context first, input second. */
const by =
  <I, O>(deed: (ctx: Ctx, input: I) => O) =>
  ({ context, input }: Call<I>) =>
    deed(context, input)

/** An act of a seat as a handler: made durable together with those of the other seats that come in the same moment. */
const together =
  <I extends { round: string }, O>(deed: (ctx: Ctx, input: I) => O) =>
  ({ context, input }: Call<I>) =>
    commitTogether(enter(context, input.round).file, () => deed(context, input))

const live = {
  watch: ({ context, input, signal }: Call<{ round: string | null }> & { signal?: AbortSignal | undefined }) =>
    watchChanges(context, input, signal),
}

const desk = implement(deskContract).$context<Ctx>()
export const deskRouter = desk.router({
  schemes: {
    list: desk.schemes.list.handler(by(listSchemes)),
    show: desk.schemes.show.handler(by(showScheme)),
    check: desk.schemes.check.handler(by(checkScheme)),
    save: desk.schemes.save.handler(by(saveScheme)),
  },
  rounds: {
    list: desk.rounds.list.handler(by(listRounds)),
    create: desk.rounds.create.handler(by(createRound)),
    sample: desk.rounds.sample.handler(by(makeSampleRound)),
    show: desk.rounds.show.handler(by(showRound)),
    adopt: desk.rounds.adopt.handler(by(adoptChoice)),
  },
  stages: { close: desk.stages.close.handler(by(closeStage)) },
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
    show: desk.packets.show.handler(by(showPacket)),
    eligibility: desk.packets.eligibility.handler(by(showEligibility)),
    correct: desk.packets.correct.handler(by(correctField)),
    check: desk.packets.check.handler(by(checkPacket)),
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
  rubrics: {
    read: desk.rubrics.read.handler(by(readRubric)),
    upload: desk.rubrics.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) =>
        readRubric(context, { path, title: input.title || input.file.name.replace(/\.xlsx$/i, '') }),
      ),
    ),
  },
  calendars: {
    import: desk.calendars.import.handler(by(importCalendar)),
    upload: desk.calendars.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) => importCalendar(context, { path, region: input.region })),
    ),
    list: desk.calendars.list.handler(by(listCalendars)),
  },
  afterwards: {
    show: desk.afterwards.show.handler(by(showAfterwards)),
    money: desk.afterwards.money.handler(by(showMoney)),
    round: desk.afterwards.round.handler(by(showRoundMoney)),
    follow: desk.afterwards.follow.handler(by(followWorkshop)),
    reminders: desk.afterwards.reminders.handler(by(showReminders)),
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
    read: desk.files.read.handler(async ({ context, input }) => {
      const { path, name, mime } = packetFile(context, input)
      return new File([await readFile(path)], name, { type: mime })
    }),
  },
  experts: {
    import: desk.experts.import.handler(by(importExperts)),
    upload: desk.experts.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) => importExperts(context, { round: input.round, path })),
    ),
    list: desk.experts.list.handler(by(listExperts)),
  },
  pool: {
    import: desk.pool.import.handler(by(importPool)),
    upload: desk.pool.upload.handler(({ context, input }) =>
      withUpload(input.file, (path) => importPool(context, { path })),
    ),
    list: desk.pool.list.handler(by(listPool)),
  },
  draws: {
    fix: desk.draws.fix.handler(by(fixDraw)),
    make: desk.draws.make.handler(by(makeDraw)),
    show: desk.draws.show.handler(by(showDraw)),
  },
  draw: { replay: desk.draw.replay.handler(by(repeatDraw)) },
  alternates: { enter: desk.alternates.enter.handler(by(enterAlternate)) },
  officers: { name: desk.officers.name.handler(by(nameOfficers)) },
  attendance: {
    show: desk.attendance.show.handler(by(showAttendance)),
    note: desk.attendance.note.handler(by(noteAttendance)),
  },
  reopenings: {
    list: desk.reopenings.list.handler(by(listReopenings)),
    ask: desk.reopenings.ask.handler(by(askReopening)),
    decide: desk.reopenings.decide.handler(by(decideReopening)),
  },
  panel: {
    set: desk.panel.set.handler(by(setPanel)),
    show: desk.panel.show.handler(by(showPanel)),
    attend: desk.panel.attend.handler(by(takeAttendance)),
  },
  recusals: {
    show: desk.recusals.show.handler(by(showDeclaration)),
    declare: desk.recusals.declare.handler(by(declareRecusal)),
  },
  seats: {
    codes: desk.seats.codes.handler(by(issueSeatCodes)),
    renew: desk.seats.renew.handler(by(renewSeatCode)),
  },
  lan: {
    start: desk.lan.start.handler(by(startLan)),
    stop: desk.lan.stop.handler(by(stopLan)),
    show: desk.lan.show.handler(by(showLan)),
  },
  sheets: {
    submit: desk.sheets.submit.handler(by(submitSheet)),
    return: desk.sheets.return.handler(by(returnSheet)),
  },
  reading: {
    arrange: desk.reading.arrange.handler(by(arrangeReading)),
    show: desk.reading.show.handler(by(showArrangement)),
  },
  doubts: {
    list: desk.doubts.list.handler(by(listDoubts)),
    answer: desk.doubts.answer.handler(by(answerDoubt)),
  },
  progress: { show: desk.progress.show.handler(by(showProgress)) },
  visits: {
    list: desk.visits.list.handler(by(listVisits)),
    record: desk.visits.record.handler(by(recordVisit)),
  },
  minutes: {
    list: desk.minutes.list.handler(by(listMinutes)),
    record: desk.minutes.record.handler(by(recordMinutes)),
  },
  lists: {
    show: desk.lists.show.handler(by(showFinalList)),
    settle: desk.lists.settle.handler(by(settleList)),
  },
  votes: {
    list: desk.votes.list.handler(by(listVotes)),
    prepare: desk.votes.prepare.handler(by(prepareVote)),
    withdraw: desk.votes.withdraw.handler(by(withdrawVote)),
    open: desk.votes.open.handler(by(openVote)),
    cast: desk.votes.cast.handler(by(castBallot)),
    castList: desk.votes.castList.handler(by(castListBallot)),
    close: desk.votes.close.handler(by(closeVote)),
    publish: desk.votes.publish.handler(by(publishVote)),
    readOut: desk.votes.readOut.handler(by(readOut)),
  },
  results: {
    compute: desk.results.compute.handler(by(computeResult)),
    freeze: desk.results.freeze.handler(by(freezeResult)),
    decideLine: desk.results.decideLine.handler(by(decideLine)),
  },
  papers: {
    export: desk.papers.export.handler(by(exportPapers)),
    workbook: desk.papers.workbook.handler(by(workbookOf)),
    dossier: desk.papers.dossier.handler(by(dossierOf)),
    templates: desk.papers.templates.handler(by(writeTemplates)),
  },
  signing: {
    show: desk.signing.show.handler(by(showSigning)),
    begin: desk.signing.begin.handler(by(beginSigning)),
    unlock: desk.signing.unlock.handler(by(unlockKeys)),
    lock: desk.signing.lock.handler(by(lockKeys)),
    make: desk.signing.make.handler(by(makeKeyHere)),
    certify: desk.signing.certify.handler(by(certifyKey)),
    revoke: desk.signing.revoke.handler(by(revokeKey)),
    answer: desk.signing.answer.handler(by(recordAnswer)),
    seal: desk.signing.seal.handler(by(sealWorkbook)),
    sign: desk.signing.sign.handler(by(signWorkbookHere)),
  },
  publication: {
    show: desk.publication.show.handler(by(showPublication)),
    post: desk.publication.post.handler(by(publishList)),
    object: desk.publication.object.handler(by(recordObjection)),
    decide: desk.publication.decide.handler(by(decideObjection)),
  },
  ledger: {
    list: desk.ledger.list.handler(by(listLedger)),
    verify: desk.ledger.verify.handler(by(verifyLedger)),
  },
  floor: { show: desk.floor.show.handler(by(showFloor)), set: desk.floor.set.handler(by(setFloor)) },
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
    pack: desk.bundles.pack.handler(by(packRound)),
    open: desk.bundles.open.handler(by(openPackage)),
    seal: desk.bundles.seal.handler(by(sealWork)),
    import: desk.bundles.import.handler(by(importWork)),
  },
  completeness: { show: desk.completeness.show.handler(by(showCompleteness)) },
  conflicts: { decide: desk.conflicts.decide.handler(by(decideConflict)) },
  devices: { list: desk.devices.list.handler(by(listDevices)) },
  wall: { show: desk.wall.show.handler(by(showWall)) },
  live: { watch: desk.live.watch.handler(live.watch) },
  settings: {
    show: desk.settings.show.handler(by(showSettings)),
    save: desk.settings.save.handler(by(saveSettings)),
  },
  diagnosis: {
    show: desk.diagnosis.show.handler(by(showDiagnosis)),
    file: desk.diagnosis.file.handler(by(diagnosisFile)),
  },
  updates: { check: desk.updates.check.handler(by(checkUpdate)) },
  rules: {
    assess: desk.rules.assess.handler(by(assessAnswer)),
    eligibility: desk.rules.eligibility.handler(by(eligibilityAnswer)),
    panel: desk.rules.panel.handler(by(panelAnswer)),
    vote: desk.rules.vote.handler(by(voteAnswer)),
    publicity: desk.rules.publicity.handler(by(publicityAnswer)),
    retirement: desk.rules.retirement.handler(by(showRetirement)),
    rank: desk.rules.rank.handler(by(rankAnswer)),
  },
})

const seat = implement(seatContract).$context<Ctx>()
export const seatRouter = seat.router({
  me: { show: seat.me.show.handler(by(showMe)) },
  recusals: {
    show: seat.recusals.show.handler(by(showDeclaration)),
    declare: seat.recusals.declare.handler(by(declareRecusal)),
  },
  files: { read: seat.files.read.handler(deskRouter.files.read['~orpc'].handler) },
  floor: { show: seat.floor.show.handler(by(showFloor)) },
  sheets: {
    list: seat.sheets.list.handler(by(listSheets)),
    show: seat.sheets.show.handler(by(showSheet)),
    save: seat.sheets.save.handler(together(saveSheetDraft)),
    submit: seat.sheets.submit.handler(together(submitSheet)),
    reopen: seat.sheets.reopen.handler(by(reopenSheet)),
    second: seat.sheets.second.handler(by(showSecondRound)),
    reconsider: seat.sheets.reconsider.handler(by(reconsiderItem)),
  },
  doubts: { raise: seat.doubts.raise.handler(by(raiseDoubt)) },
  votes: {
    mine: seat.votes.mine.handler(by(showMyVote)),
    cast: seat.votes.cast.handler(together(castBallot)),
    castList: seat.votes.castList.handler(together(castListBallot)),
    list: seat.votes.list.handler(by(listVotes)),
    readOut: seat.votes.readOut.handler(by(readOut)),
  },
  attendance: { note: seat.attendance.note.handler(by(noteAttendance)) },
  reopenings: {
    list: seat.reopenings.list.handler(by(listReopenings)),
    decide: seat.reopenings.decide.handler(by(decideReopening)),
  },
  progress: { show: seat.progress.show.handler(by(showProgress)) },
  minutes: {
    list: seat.minutes.list.handler(by(listMinutes)),
    record: seat.minutes.record.handler(by(recordMinutes)),
  },
  wall: { show: seat.wall.show.handler(by(showWall)) },
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
  conflicts: {
    mine: seat.conflicts.mine.handler(by(listOwnConflicts)),
    decide: seat.conflicts.decide.handler(by(decideConflict)),
  },
  pulse: { send: seat.pulse.send.handler(by(reportSeat)) },
  live: { watch: seat.live.watch.handler(live.watch) },
})

const wall = implement(wallContract).$context<Ctx>()
export const wallRouter = wall.router({
  wall: { show: wall.wall.show.handler(by(showWall)) },
  live: { watch: wall.live.watch.handler(live.watch) },
})

/** What a refusal looks like on every wire: status 422, the sentence, and the code with its detail. */
export function asWireError(error: unknown, lang: Caller['lang']): unknown {
  const reason = refusalOf(error)
  if (!reason) return error
  return new ORPCError('REFUSED', { status: 422, message: sentenceOf(reason, lang), data: reason, cause: error })
}

/** The refusal in an error, if it is one: an act's own, or an input that does not fit. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal
  if (!(error instanceof ORPCError)) return diskRefusal(error)
  const { cause } = error
  if (cause instanceof Refused) return cause.refusal
  if (!(cause instanceof ValidationError)) return null
  const problems = cause.issues.map(({ path, message }) => {
    const place = (path ?? []).map((step) => (typeof step === 'object' ? String(step.key) : String(step))).join('.')
    return place ? `${place}: ${message}` : message
  })
  return refusal('bad-input', { problems })
}

type Passing<T> = { context: Ctx; path: readonly string[]; next: () => Promise<T> }

/**
 * Interceptor of the seats' door: a role that the table does not name for a method is refused before anything is read.
 * @throws Refused `not-allowed`, as it leaves on the wire.
 */
export async function guardSeat<T>(options: {
  context: Ctx
  path: readonly string[]
  next: () => Promise<T>
}): Promise<T> {
  const { caller, host } = options.context
  try {
    if (caller.seat) {
      const { round, expert } = caller.seat
      const seated = seatedIn({ file: host.store.round(round) }).find((one) => one.expert === expert)
      if (!seated) refuse('not-signed-in')
      if (!mayCall(seated.role, options.path.join('.'))) refuse('not-allowed')
    }
    return await options.next()
  } catch (error) {
    throw asWireError(error, caller.lang)
  }
}

/** Interceptor for every door: refusals leave as {@link asWireError} says, everything else as it is. */
export async function translateRefusals<T>({ context, path, next }: Passing<T>): Promise<T> {
  try {
    return await logged(context, path.join('.'), next)
  } catch (error) {
    throw asWireError(error, context.caller.lang)
  }
}

/** Does a call and writes down how it ended: the method's name and a code, nothing of what was said. */
export async function logged<T>({ host, caller: { door } }: Ctx, method: string, call: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const took = () => ({ method, door, ms: Math.round(performance.now() - begun) })
  try {
    const answer = await call()
    host.log({ event: 'called', ...took() })
    return answer
  } catch (error) {
    const reason = refusalOf(error)
    if (reason) host.log({ event: 'called', ...took(), refused: reason.code })
    else host.log({ event: 'fault', ...took(), ...traceOf(error) })
    throw error
  }
}
