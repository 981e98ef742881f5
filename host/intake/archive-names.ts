/** Names inside packets: decodes what Chinese zip programs write, tells rubbish from papers, and spots dangerous names. */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030')

/**
 * Decodes the names of a zip. Names without the UTF-8 flag are taken as UTF-8 only when all of them are valid and look
 * like Chinese or Latin text, else as GB 18030: two GBK bytes can also be a valid but senseless UTF-8 letter.
 */
export function decodeNames(raw: readonly { readonly bytes: Buffer; readonly utf8: boolean }[]): string[] {
  const plain = raw.filter(({ utf8 }) => !utf8).map(({ bytes }) => tryUtf8(bytes))
  const plainIsUtf8 = plain.every((name) => name !== null && !/[\u0100-\u07ff]/.test(name))
  return raw.map(({ bytes, utf8 }) => {
    const name = utf8 || plainIsUtf8 ? (tryUtf8(bytes) ?? gb18030.decode(bytes)) : gb18030.decode(bytes)
    return name.replaceAll('\\', '/').normalize('NFC')
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
