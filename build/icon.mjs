// Draws the program's icon: a seal, as an office presses it under a result. `node build/icon.mjs` writes build/icon.png and the pages' small one.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { root } from './repo.mjs'

GlobalFonts.registerFromPath(join(root, 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf'), 'Seal')
writeFileSync(join(root, 'build/icon.png'), seal(512))
writeFileSync(join(root, 'renderer/kit/icon.png'), seal(96))

/** @param {number} side */
function seal(side) {
  const canvas = createCanvas(side, side)
  const pen = canvas.getContext('2d')
  pen.scale(side / 512, side / 512)
  pen.fillStyle = '#a8322a'
  pen.beginPath()
  pen.roundRect(24, 24, 464, 464, 84)
  pen.fill()
  pen.strokeStyle = '#fbf7f0'
  pen.lineWidth = 14
  pen.beginPath()
  pen.roundRect(58, 58, 396, 396, 58)
  pen.stroke()
  pen.fillStyle = '#fbf7f0'
  pen.font = '292px Seal'
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  pen.fillText('评', 256, 360)
  return canvas.toBuffer('image/png')
}
