/**
 * The guide's pictures, out of those that `screens.ts` took: `node test/journeys/guide-pictures.ts FOLDER`.
 * Smaller files of the same screens, so that the program can carry them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { root } from '#build/repo.mjs'

/** Which screen stands in the guide under which name. */
const wanted = {
  first: 'desk-02-rounds',
  round: 'desk-14-reading',
  seats: 'desk-33-seats',
  seat: 'seat-05-work',
  wall: 'wall-02-vote-open',
  result: 'desk-18-result',
} as const

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Say where the pictures are: node test/journeys/guide-pictures.ts FOLDER\n')
  process.exit(2)
}
const target = path.join(root, 'docs/guide/pictures')
mkdirSync(target, { recursive: true })
for (const [name, screen] of Object.entries(wanted)) {
  for (const lang of ['zh-CN', 'en']) {
    const picture = await loadImage(path.join(folder, `${screen}.${lang}.1366.png`))
    const canvas = createCanvas(picture.width, picture.height)
    canvas.getContext('2d').drawImage(picture, 0, 0)
    writeFileSync(path.join(target, `${name}.${lang}.webp`), await canvas.encode('webp', 80))
  }
}
