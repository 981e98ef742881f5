/** Names inside packets: decodes what Chinese zip programs write, tells rubbish from papers, and spots dangerous names. */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030')

/** A name as a zip holds it: its bytes, whether they are flagged as UTF-8, and Info-ZIP's second name where there is one. */
export type RawName = { readonly bytes: Buffer; readonly utf8: boolean; readonly unicodePath?: string | undefined }

/**
 * Decodes the names of a zip, each for itself: one archive may hold names of several programs. A name without the UTF-8
 * flag is taken as UTF-8 only when it is valid and holds no letters of two bytes, else as GB 18030: two GBK bytes can
 * also be a valid but senseless UTF-8 letter.
 */
export function decodeNames(raw: readonly RawName[]): string[] {
  return raw.map(({ bytes, utf8, unicodePath }) => {
    const plain = tryUtf8(bytes)
    const isUtf8 = plain !== null && (utf8 || !/[\u0080-\u07ff]/.test(plain))
    return (unicodePath ?? (isUtf8 ? plain : gb18030.decode(bytes))).replaceAll('\\', '/').normalize('NFC')
  })
}

function tryUtf8(bytes: Buffer): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** True when a name could reach outside its folder or cannot be a file on Windows. */
export function isUnsafeName(name: string): boolean {
  if (!name || name.startsWith('/') || /^[a-z]:/i.test(name)) return true
  return name.split('/').some((part, at, parts) => {
    if (part === '') return at !== parts.length - 1
    return part === '.' || part === '..' || hasForbidden(part) || devices.test(part.split('.', 1)[0]?.trim() ?? '')
  })
}

function hasForbidden(part: string): boolean {
  return Array.from(part).some((character) => character < ' ' || ':*?"<>|'.includes(character))
}

/** True for what operating systems and Office leave behind: never a paper of the packet. */
export function isRubbish(name: string): boolean {
  const parts = name.toLowerCase().split('/')
  const last = parts.at(-1) ?? ''
  if (parts.includes('__macosx') || parts.includes('$recycle.bin')) return true
  return (
    last === 'thumbs.db' ||
    last === '.ds_store' ||
    last === 'desktop.ini' ||
    last.startsWith('~$') ||
    last.startsWith('._')
  )
}
