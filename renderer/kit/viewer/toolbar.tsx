/** The viewer's buttons: zoom, turn, find, the strip of pages; and the page number below the page. */
import {
  AppstoreOutlined,
  LeftOutlined,
  MinusOutlined,
  PlusOutlined,
  RightOutlined,
  RotateRightOutlined,
  SearchOutlined,
} from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { type Found, type Sight, zoomStep } from './frame.ts'

type ToolProps = {
  sight: Sight
  hasFind: boolean
  hasThumbs: boolean
  hasTurn: boolean
  isOff: boolean
  onThumbs: (() => void) | undefined
  onZoom: (zoom: number) => void
  onTurn: () => void
  onFind: (text: string) => Promise<Found> | undefined
}

export function ViewerTools(props: ToolProps) {
  const words = useWords().seat.viewer
  const { sight, isOff } = props
  if (isOff) return null
  return (
    <div className="viewer-tools" role="toolbar" aria-label={words.tools}>
      {props.onThumbs ? (
        <Button
          type="text"
          icon={<AppstoreOutlined aria-hidden />}
          aria-label={words.thumbs}
          aria-pressed={props.hasThumbs}
          title={words.thumbs}
          onClick={props.onThumbs}
        />
      ) : null}
      <Button
        type="text"
        icon={<MinusOutlined aria-hidden />}
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => props.onZoom(zoomStep(sight.zoom, -1))}
      />
      <Button type="text" className="viewer-zoom" title={words.fitWidth} onClick={() => props.onZoom(1)}>
        {sight.zoom === 1 ? words.fit : `${Math.round(sight.zoom * 100)}%`}
      </Button>
      <Button
        type="text"
        icon={<PlusOutlined aria-hidden />}
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => props.onZoom(zoomStep(sight.zoom, 1))}
      />
      {props.hasTurn ? (
        <Button
          type="text"
          icon={<RotateRightOutlined aria-hidden />}
          aria-label={words.turn}
          title={words.turn}
          onClick={props.onTurn}
        />
      ) : null}
      {props.hasFind ? <Find onFind={props.onFind} /> : null}
    </div>
  )
}

function Find({ onFind }: { onFind: ToolProps['onFind'] }) {
  const words = useWords().seat.viewer
  const [said, setSaid] = useState<string | null>(null)
  const look = async (text: string) => {
    if (text.trim() === '') return
    setSaid(words.finding)
    const found = await onFind(text)
    if (!found) return
    if (found.kind === 'found') setSaid(words.foundAt(found.at, found.of))
    else setSaid(found.kind === 'none' ? words.foundNone : words.noText)
  }
  const form = (
    <div className="viewer-find">
      <Input.Search
        autoFocus
        allowClear
        placeholder={words.findWhat}
        aria-label={words.findWhat}
        enterButton={words.findNext}
        onSearch={(text) => void look(text)}
      />
      <p role="status" className="soft small">
        {said ?? words.findHint}
      </p>
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={form}
      destroyOnHidden
      // Inside the pane, so that it belongs to the papers for whoever listens instead of looking.
      getPopupContainer={(button) => button.closest<HTMLElement>('.viewer') ?? document.body}
    >
      <Button type="text" icon={<SearchOutlined aria-hidden />} aria-label={words.find} title={words.find} />
    </Popover>
  )
}

export function PageBar(props: {
  page: number
  count: number
  /** Pages of all files that were not read yet, without the one on screen. */
  left: number
  onTurn: (by: number) => void
  onUnread: () => void
  actions: ReactNode
}) {
  const words = useWords().seat.viewer
  const { page, count } = props
  return (
    <div className="viewer-foot">
      {count > 1 ? (
        <div className="viewer-pager">
          <Button
            type="text"
            icon={<LeftOutlined aria-hidden />}
            aria-label={words.pageBack}
            title={words.pageBack}
            disabled={page <= 1}
            onClick={() => props.onTurn(-1)}
          />
          <span className="num nowrap" role="status">
            {words.pageOf(page, count)}
          </span>
          <Button
            type="text"
            icon={<RightOutlined aria-hidden />}
            aria-label={words.pageOn}
            title={words.pageOn}
            disabled={page >= count}
            onClick={() => props.onTurn(1)}
          />
        </div>
      ) : null}
      {props.left > 0 ? (
        <Button type="text" className="viewer-unread" title={words.unreadKey} onClick={props.onUnread}>
          {words.unread(props.left)}
        </Button>
      ) : (
        <span className="soft small nowrap">{words.allRead}</span>
      )}
      {props.actions}
    </div>
  )
}
