/** Names out of the record as names of files: the record may come from another device, and says what it likes. */

/**
 * One part of a path on every system: nothing in it leads out of its folder, and an ending such as ".pdf" stays.
 * @param most how many characters stay in front of the ending
 */
export function asFileName(text: string, most = 60): string {
  const plain = text.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
  const ending = /\.[a-z0-9]{1,5}$/iu.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, plain.length - ending.length).slice(0, most)}${ending}`
}
