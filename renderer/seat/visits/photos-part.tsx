/** The photos of this device: each with its number, where it is, and what it shows. */
import { CameraOutlined, DeleteOutlined, PictureOutlined } from '@ant-design/icons'
import { App, Button, Input, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { photoName } from '#core/visits/photos.ts'
import type { VisitPhoto } from '#core/visits/record.ts'
import type { MyVisit } from '#host/api/shapes.ts'
import { Chip } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { takeShot } from './shot.ts'
import type { Kit } from './use-visits.ts'
import type { LocalVisit, VisitBook } from './visit-book.ts'

type Props = { kit: Kit; visit: MyVisit; book: VisitBook; locked: boolean }

export function PhotosPart({ kit, visit, book, locked }: Props) {
  const { seat, common } = useWords()
  const words = seat.visits
  const { message } = App.useApp()
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const [striking, setStriking] = useState<{ photo: VisitPhoto; why: string } | null>(null)
  const local = book.of(visit.packet)
  const { photos, sent, waiting } = book.counts(visit.packet)
  /** One after the other: numbers follow the order in which photos were chosen. */
  const line = useRef<Promise<void>>(Promise.resolve())
  const take = (files: readonly File[]) => {
    for (const file of files) {
      line.current = line.current.then(async () => {
        try {
          const shot = await takeShot(file)
          const noted = new Date().toISOString()
          const isNew = await book.add(visit.packet, shot, { noted, clockAhead: kit.clockAhead, about: null })
          const same = book.of(visit.packet).photos.find(({ sha256 }) => sha256 === shot.facts.sha256)
          if (!isNew && same) message.info(words.photoTwice(photoName(same)))
        } catch {
          message.error(words.notPhoto(file.name))
        }
      })
    }
  }
  const input = (ref: React.RefObject<HTMLInputElement | null>, isCamera: boolean) => (
    <input
      ref={ref}
      type="file"
      hidden
      accept="image/jpeg,image/png"
      data-testid={isCamera ? 'camera' : 'album'}
      {...(isCamera ? { capture: 'environment' as const } : { multiple: true })}
      onChange={(event) => {
        take([...(event.target.files ?? [])])
        // The same file may be chosen again.
        event.target.value = ''
      }}
    />
  )
  return (
    <section className="visit-part" aria-labelledby="visit-photos">
      <div className="row mid wrap">
        <h3 id="visit-photos">{words.photos}</h3>
        <span className="small num grow" role="status">
          {words.counts(photos, sent, waiting)}
        </span>
        {locked ? null : (
          <>
            <Button type="primary" icon={<CameraOutlined aria-hidden />} onClick={() => camera.current?.click()}>
              {words.takePhoto}
            </Button>
            <Button icon={<PictureOutlined aria-hidden />} onClick={() => album.current?.click()}>
              {words.fromAlbum}
            </Button>
          </>
        )}
        {input(camera, true)}
        {input(album, false)}
      </div>
      <ul className="visit-photos">
        {local.photos.map((photo) => (
          <li key={photo.sha256} className="visit-photo">
            <Picture book={book} sha256={photo.sha256} name={photoName(photo)} />
            <PhotoWords photo={photo} local={local} />
            <div className="row">
              <Input
                aria-label={words.caption(photoName(photo))}
                placeholder={words.captionHint}
                maxLength={200}
                disabled={locked}
                value={photo.caption}
                onChange={(event) => void book.caption(visit.packet, photo.sha256, { caption: event.target.value })}
              />
              {locked ? null : (
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={words.strike(photoName(photo))}
                  onClick={() => setStriking({ photo, why: '' })}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {local.struck.map((one) => (
        <p key={photoName(one)} className="soft small">
          {words.struck(photoName(one), one.reason)}
        </p>
      ))}
      <Modal
        open={striking !== null}
        centered
        title={striking ? words.strike(photoName(striking.photo)) : ''}
        okText={common.confirm}
        cancelText={common.cancel}
        okButtonProps={{ disabled: striking?.why.trim() === '' }}
        onCancel={() => setStriking(null)}
        onOk={() => {
          if (striking) void book.strike(visit.packet, striking.photo.sha256, striking.why.trim())
          setStriking(null)
        }}
      >
        <label htmlFor="visit-strike">{words.strikeWhy}</label>
        <Input
          id="visit-strike"
          maxLength={200}
          placeholder={words.strikeExample}
          value={striking?.why ?? ''}
          onChange={(event) => striking && setStriking({ ...striking, why: event.target.value })}
        />
      </Modal>
    </section>
  )
}

function PhotoWords({ photo, local }: { photo: VisitPhoto; local: LocalVisit }) {
  const { seat } = useWords()
  const words = seat.visits
  const when = useWhen()
  const have = local.have[photo.sha256] ?? 0
  const isSent = have === photo.size
  const isElsewhere = local.elsewhere.includes(photo.sha256) && !isSent
  const said = isSent
    ? words.sent
    : isElsewhere
      ? words.elsewhere
      : have > 0
        ? words.part(Math.floor((have * 100) / photo.size))
        : words.here
  return (
    <div className="visit-photo-words">
      <span className="row mid">
        <strong className="num">{photoName(photo)}</strong>
        <span className="soft small num">{when(photo.noted, 'clock')}</span>
        <Chip tone={isSent ? 'ok' : 'warn'}>{said}</Chip>
      </span>
      {photo.original ? (
        <span className="soft small">{words.shrunk(photo.original.width, photo.original.height)}</span>
      ) : null}
    </div>
  )
}

/** Opened from the luggage only while it is in sight. */
function Picture({ book, sha256, name }: { book: VisitBook; sha256: string; name: string }) {
  const [address, setAddress] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let made: string | undefined
    let isHere = true
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watcher.disconnect()
      void book.bytesOf(sha256).then((bytes) => {
        if (!bytes || !isHere) return
        made = URL.createObjectURL(new Blob([bytes]))
        setAddress(made)
      })
    })
    if (frame.current) watcher.observe(frame.current)
    return () => {
      isHere = false
      watcher.disconnect()
      if (made) URL.revokeObjectURL(made)
    }
  }, [book, sha256])
  return (
    <div ref={frame} className="visit-picture">
      {address ? <img src={address} alt={name} /> : <PictureOutlined aria-hidden />}
    </div>
  )
}
