/** Finds the Chinese font that pictures are drawn with: beside the bundle in the product, in node_modules while developing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Names another font file than the one that comes along. */
const variable = 'JP_FONT'
const file = 'NotoSansHans-Regular.otf'

/**
 * The path of the font.
 * @throws Error when there is none: the program is installed incompletely.
 */
export function findFont(from: string = import.meta.dirname): string {
  const named = process.env[variable]
  const candidates = [
    ...(named ? [named] : []),
    // out/host/*.js, also inside an Electron package
    join(from, '..', 'fonts', file),
    // host/papers/*.ts
    join(from, '..', '..', 'out', 'fonts', file),
    join(from, '..', '..', 'node_modules', '@embedpdf', 'fonts-sc', 'fonts', file),
  ]
  const found = candidates.find((candidate) => existsSync(candidate))
  if (!found) throw new Error(`no Chinese font at ${candidates.join(', ')}`)
  return found
}
