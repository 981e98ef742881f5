/** Where the data of this person lies when nothing else is said. */
import os from 'node:os'
import path from 'node:path'

export function defaultStore(): string {
  return process.env.JP_STORE ?? path.join(os.homedir(), 'Jiangping')
}
