/** The photos of one application, one large and the others as a strip. */
import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { Loading } from '../states.tsx'
import type { DocumentHandle, DocumentProps } from './frame.ts'
import { stemOf } from './tabs.ts'
import { Thumbs } from './thumbs.tsx'
import { Unreadable } from './unreadable.tsx'

type Picture = { file: string; url: string | null; problem: unknown }

/** The picture of one photo as an address of this page, given back when another is shown. */
function usePicture(file: string, read: (sha256: string) => Promise<Blob>): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null)
  useEffect(() => {
    let url: string | null = null
    let isGone = false
    read(file).then(
      (blob) => {
        if (isGone) return
        url = URL.createObjectURL(blob)
        setPicture({ file, url, problem: undefined })
      },
      (problem: unknown) => !isGone && setPicture({ file, url: null, problem }),
    )
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [file, read])
  return picture?.file === file ? picture : null
}

export function Photos({ ref, files, read, sight, hasThumbs, pinned, onPage }: DocumentProps) {
  const box = useRef<HTMLDivElement>(null)
  const page = Math.min(sight.page, files.length)
  const photo = files[page - 1]
  const picture = usePicture(photo?.sha256 ?? '', read)
  const [isDamaged, setDamaged] = useState(false)
  const count = files.length

  const goTo = useCallback((wanted: number) => onPage(Math.min(Math.max(wanted, 1), count), count), [onPage, count])
  const turn = (by: number) => goTo(page + by)
  useImperativeHandle(ref, (): DocumentHandle => ({ goTo, turn }))
  useEffect(() => {
    setDamaged(false)
    onPage(page, count)
    box.current?.scrollTo(0, 0)
  }, [page, count, onPage])

  const drawThumb = useCallback(
    (at: number, into: HTMLElement) => {
      let url: string | null = null
      let isGone = false
      void read(files[at - 1]?.sha256 ?? '').then(
        (blob) => {
          if (isGone) return
          url = URL.createObjectURL(blob)
          const image = new Image()
          image.src = url
          image.alt = ''
          into.replaceChildren(image)
        },
        () => undefined,
      )
      return () => {
        isGone = true
        if (url) URL.revokeObjectURL(url)
      }
    },
    [files, read],
  )

  const turned = (sight.turned[page] ?? 0) % 360
  const isSideways = turned % 180 !== 0
  return (
    <div className="viewer-body">
      {hasThumbs && count > 1 ? (
        <Thumbs count={count} current={page} onChoose={goTo} draw={drawThumb} ratio={() => 4 / 3} pinned={pinned} />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <div ref={box} className="viewer-scroll viewer-photo" tabIndex={0} role="document">
        {picture === null ? <Loading /> : null}
        {picture?.problem !== undefined || isDamaged ? (
          <Unreadable file={photo} problem={picture?.problem ?? 'damaged'} />
        ) : picture?.url ? (
          <img
            key={picture.url}
            src={picture.url}
            alt={stemOf(photo?.name ?? '')}
            onError={() => setDamaged(true)}
            style={{
              width: `${sight.zoom * 100}%`,
              // A photo turned on its side is shrunk to stay inside the pane.
              transform: `rotate(${turned}deg)${isSideways ? ' scale(.75)' : ''}`,
            }}
          />
        ) : null}
      </div>
    </div>
  )
}
