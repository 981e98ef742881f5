/** A sample expert's handwriting: the name in ink, slanted, different for each, and marked as invented. */
import { findFont } from '../papers/fonts.ts'

/** PNG in base64, transparent. `hand` tells one writer from another. */
export async function sampleHandwriting(name: string, hand: number): Promise<string> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas')
  const family = 'jiangping-handwriting'
  GlobalFonts.registerFromPath(findFont(), family)
  const canvas = createCanvas(360, 120)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#1b2a6b'
  pen.strokeStyle = '#1b2a6b'
  pen.setTransform(1, -0.06 - (hand % 3) * 0.02, -0.28 - (hand % 4) * 0.04, 1, 44, 24)
  pen.font = `${Math.min(58, 300 / Math.max(4, name.length))}px ${family}`
  pen.fillText(name, 10, 62)
  pen.lineWidth = 2.5
  pen.beginPath()
  pen.moveTo(4, 80)
  pen.bezierCurveTo(90, 70 + hand * 2, 190, 92 - hand, 300, 76)
  pen.stroke()
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.font = `14px ${family}`
  pen.fillText('样例', 320, 112)
  return (await canvas.encode('png')).toString('base64')
}
