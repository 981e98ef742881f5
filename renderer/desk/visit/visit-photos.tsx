/** The photos of a final record as tiles; a click shows the whole photo with what is known of it. */
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { photoName } from '#core/visits/photos.ts'
import type { VisitPhoto } from '#core/visits/record.ts'
import type { VisitView } from '#host/api/shapes.ts'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'

type Picture = { packet: string; photo: VisitPhoto; small: boolean }

export function VisitPhotos({ visit }: { visit: VisitView }) {
  const { desk: words } = useWords()
  const when = useWhen()
  const [open, setOpen] = useState<VisitPhoto | null>(null)
  if (visit.photos.length === 0) return null
  return (
    <section aria-label={words.visit.photos}>
      <ul className="visit-tiles">
        {visit.photos.map((photo) => (
          <li key={photo.sha256}>
            <button
              type="button"
              className="visit-tile"
              aria-label={words.visit.openPhoto(photoName(photo))}
              onClick={() => setOpen(photo)}
            >
              <Shown packet={visit.packet} photo={photo} small />
              <span className="num small">{photoName(photo)}</span>
              <span className="small visit-tile-caption">{photo.caption}</span>
            </button>
          </li>
        ))}
      </ul>
      <Modal
        open={open !== null}
        centered
        width={900}
        footer={null}
        title={open ? `${photoName(open)} ${open.caption}` : ''}
        onCancel={() => setOpen(null)}
      >
        {open ? (
          <div className="stack">
            <div className="visit-whole">
              <Shown packet={visit.packet} photo={open} small={false} />
            </div>
            <p className="small">
              {words.visit.photoTaken(open.taken?.replace('T', ' ') ?? null, when(open.noted, 'both'), open.clockAhead)}
              <br />
              {words.visit.photoSize(open.width, open.height, open.turn)}
              {open.original ? ` ${words.visit.photoShrunk(open.original.width, open.original.height)}` : ''}
              <br />
              <span className="num visit-hash">SHA-256 {open.sha256}</span>
            </p>
          </div>
        ) : null}
      </Modal>
    </section>
  )
}

function Shown({ packet, photo, small }: Picture) {
  const { round } = useRound()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | undefined
    let isHere = true
    desk.visits.picture({ round, packet, sha256: photo.sha256, small }).then(
      (file) => {
        if (!isHere) return
        made = URL.createObjectURL(file)
        setAddress(made)
      },
      () => {},
    )
    return () => {
      isHere = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [round, packet, photo.sha256, small])
  return address ? <img src={address} alt={photo.caption || photoName(photo)} /> : <span className="visit-blank" />
}
