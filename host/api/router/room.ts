/** Visits, deliberation and the named vote. */
import { castBallot, castListBallot } from '../../acts/cast-ballot.ts'
import { closeVote, publishVote } from '../../acts/close-vote.ts'
import { openVote } from '../../acts/open-vote.ts'
import { prepareVote, withdrawVote } from '../../acts/prepare-vote.ts'
import { recordMinutes } from '../../acts/record-minutes.ts'
import { settleList } from '../../acts/settle-list.ts'
import { readOut } from '../../acts/take-floor.ts'
import { listMinutes } from '../../views/deliberation.ts'
import { showFinalList } from '../../views/final-list.ts'
import { listScores, showScores } from '../../views/scores.ts'
import { listVotes, showMyVote } from '../../views/votes.ts'
import { by, desk, seat, together } from './handlers.ts'

export const deskRoom = {
  minutes: {
    list: desk.minutes.list.handler(by(listMinutes)),
    record: desk.minutes.record.handler(by(recordMinutes)),
  },
  scores: {
    list: desk.scores.list.handler(by(listScores)),
    show: desk.scores.show.handler(by(showScores)),
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
}

export const seatRoom = {
  minutes: {
    list: seat.minutes.list.handler(by(listMinutes)),
    record: seat.minutes.record.handler(by(recordMinutes)),
  },
  votes: {
    mine: seat.votes.mine.handler(by(showMyVote)),
    cast: seat.votes.cast.handler(together(castBallot)),
    castList: seat.votes.castList.handler(together(castListBallot)),
    list: seat.votes.list.handler(by(listVotes)),
    readOut: seat.votes.readOut.handler(by(readOut)),
  },
}
