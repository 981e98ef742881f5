// Draws the program's icon: a seal, as an office presses it under a result. `node build/icon.mjs` writes build/icon.png, icon.ico for Windows and the pages' small one.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { Data } from 'resedit'
import { root } from './repo.mjs'

GlobalFonts.registerFromPath(join(root, 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf'), 'Seal')
writeFileSync(join(root, 'build/icon.png'), seal(512))
writeFileSync(join(root, 'renderer/kit/icon.png'), seal(96))
// The packer would convert it with a tool that it downloads.
writeFileSync(join(root, 'build/icon.ico'), windowsIcon([16, 24, 32, 48, 64, 128, 256]))

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

/** @param {number[]} sides */
function windowsIcon(sides) {
  const file = new Data.IconFile()
  file.icons = sides.map((side) => {
    const png = Uint8Array.from(seal(side)).buffer
    return { width: side % 256, height: side % 256, data: Data.RawIconItem.from(png, side, side, 32) }
  })
  return Buffer.from(file.generate())
}
