/** A field to sign in by finger, stylus or mouse; gives a PNG in base64. */
import { Button } from 'antd'
import { type PointerEvent, useRef } from 'react'
import { useWords } from './words/words.ts'

const size = { width: 480, height: 160 } as const

export function Handwriting({ onChange }: { onChange: (png: string | null) => void }) {
  const { signing: words } = useWords()
  const field = useRef<HTMLCanvasElement>(null)
  const isDown = useRef(false)
  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = field.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    return { x: ((clientX - box.left) / box.width) * size.width, y: ((clientY - box.top) / box.height) * size.height }
  }
  const begin = (event: PointerEvent) => {
    const pen = field.current?.getContext('2d')
    if (!pen) return
    isDown.current = true
    field.current?.setPointerCapture(event.pointerId)
    pen.lineWidth = 3
    pen.lineCap = 'round'
    pen.strokeStyle = '#1b2a6b'
    pen.beginPath()
    pen.moveTo(place(event).x, place(event).y)
  }
  const draw = (event: PointerEvent) => {
    const pen = field.current?.getContext('2d')
    if (!isDown.current || !pen) return
    pen.lineTo(place(event).x, place(event).y)
    pen.stroke()
  }
  const end = () => {
    if (!isDown.current) return
    isDown.current = false
    onChange(field.current?.toDataURL('image/png').split(',')[1] ?? null)
  }
  const clear = () => {
    field.current?.getContext('2d')?.clearRect(0, 0, size.width, size.height)
    onChange(null)
  }
  return (
    <div>
      <div className="soft small">{words.handwriting}</div>
      <canvas
        ref={field}
        {...size}
        aria-label={words.handwriting}
        style={{
          width: '100%',
          maxWidth: size.width,
          border: '1px solid #999',
          touchAction: 'none',
          background: '#fff',
        }}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div>
        <Button size="small" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </div>
  )
}
