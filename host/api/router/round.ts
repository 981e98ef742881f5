/** The round, its stages and the schemes it can follow. */
import { adoptChoice } from '../../acts/adopt-choice.ts'
import { closeStage } from '../../acts/close-stage.ts'
import { createRound } from '../../acts/create-round.ts'
import { importCalendar } from '../../acts/import-calendar.ts'
import { makeSampleRound } from '../../acts/make-sample-round.ts'
import { readRubric } from '../../acts/read-rubric.ts'
import { askReopening, decideReopening } from '../../acts/reopen-stage.ts'
import { saveScheme } from '../../acts/save-scheme.ts'
import { withUpload } from '../../acts/upload.ts'
import { showRetirement } from '../../views/afterwards.ts'
import { listCalendars } from '../../views/calendars.ts'
import { listReopenings } from '../../views/reopenings.ts'
import { listRounds, showRound } from '../../views/round.ts'
import {
  assessAnswer,
  eligibilityAnswer,
  panelAnswer,
  publicityAnswer,
  rankAnswer,
  voteAnswer,
} from '../../views/rules.ts'
import { checkScheme, listSchemes, showScheme } from '../../views/schemes.ts'
import { showTouches } from '../../views/touches.ts'
import { by, desk, live, seat, wall } from './handlers.ts'

export const deskRound = {
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
  touches: { show: desk.touches.show.handler(by(showTouches)) },
  reopenings: {
    list: desk.reopenings.list.handler(by(listReopenings)),
    ask: desk.reopenings.ask.handler(by(askReopening)),
    decide: desk.reopenings.decide.handler(by(decideReopening)),
  },
  rules: {
    assess: desk.rules.assess.handler(by(assessAnswer)),
    eligibility: desk.rules.eligibility.handler(by(eligibilityAnswer)),
    panel: desk.rules.panel.handler(by(panelAnswer)),
    vote: desk.rules.vote.handler(by(voteAnswer)),
    publicity: desk.rules.publicity.handler(by(publicityAnswer)),
    retirement: desk.rules.retirement.handler(by(showRetirement)),
    rank: desk.rules.rank.handler(by(rankAnswer)),
  },
  live: { watch: desk.live.watch.handler(live.watch) },
}

export const seatRound = {
  reopenings: {
    list: seat.reopenings.list.handler(by(listReopenings)),
    decide: seat.reopenings.decide.handler(by(decideReopening)),
  },
  live: { watch: seat.live.watch.handler(live.watch) },
}

export const wallRound = {
  live: { watch: wall.live.watch.handler(live.watch) },
}
