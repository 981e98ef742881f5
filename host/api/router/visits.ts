/** Site visits. */
import { attachPhotos } from '../../acts/attach-photos.ts'
import { finishVisit } from '../../acts/finish-visit.ts'
import { planVisits } from '../../acts/plan-visits.ts'
import { recordVisit } from '../../acts/record-visit.ts'
import { saveVisit } from '../../acts/save-visit.ts'
import { signVisit } from '../../acts/sign-visit.ts'
import { takePhoto } from '../../acts/take-photo.ts'
import { withUpload } from '../../acts/upload.ts'
import { visitPicture } from '../../views/visit-pictures.ts'
import { listMyVisits, listVisits, showPlan } from '../../views/visits.ts'
import { by, desk, seat } from './handlers.ts'

export const deskVisits = {
  visits: {
    list: desk.visits.list.handler(by(listVisits)),
    planning: desk.visits.planning.handler(by(showPlan)),
    plan: desk.visits.plan.handler(by(planVisits)),
    record: desk.visits.record.handler(by(recordVisit)),
    attach: desk.visits.attach.handler(by(attachPhotos)),
    upload: desk.visits.upload.handler(({ context, input: { file, ...place } }) =>
      withUpload(file, async (path) => {
        const [photo] = await attachPhotos(context, { ...place, paths: [path] })
        if (!photo) throw new Error('one photo gives one answer')
        return photo
      }),
    ),
    picture: desk.visits.picture.handler(by(visitPicture)),
    sign: desk.visits.sign.handler(by(signVisit)),
  },
}

export const seatVisits = {
  visits: {
    mine: seat.visits.mine.handler(by(listMyVisits)),
    save: seat.visits.save.handler(by(saveVisit)),
    photo: seat.visits.photo.handler(by(takePhoto)),
    finish: seat.visits.finish.handler(by(finishVisit)),
    sign: seat.visits.sign.handler(by(signVisit)),
    picture: seat.visits.picture.handler(by(visitPicture)),
  },
}
