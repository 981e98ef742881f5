// For the publisher: `node build/sign-update.mjs --make-key DIR`, then `node build/sign-update.mjs INSTALLER KEY` for each.
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hashFile } from '#db/packet-files.ts'
import { signSlip, slipEnding } from '#host/update/slip.ts'
import { manifest, say } from './repo.mjs'

const [first, second] = process.argv.slice(2)
if (first === '--make-key' && second) makeKey(second)
else if (first && second) await signInstaller(first, second)
else {
  say(
    'node build/sign-update.mjs --make-key DIR    a pair of keys; keep the private one off every computer on a network',
  )
  say('node build/sign-update.mjs INSTALLER KEY     writes INSTALLER.jpsig; KEY is the private one')
  process.exitCode = 2
}

/** @param {string} folder */
function makeKey(folder) {
  const mine = join(folder, 'publisher-private.pem')
  if (existsSync(mine)) {
    say(`${mine} is there already; a second key would make every installed program refuse your updates.`)
    process.exitCode = 1
    return
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(mine, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(join(folder, 'publisher.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  say('Put publisher.pem into build/ before packing; publisher-private.pem never goes into the repository.')
}

/**
 * @param {string} installer
 * @param {string} key
 */
async function signInstaller(installer, key) {
  const words = { name: basename(installer), version: manifest.version, sha256: await hashFile(installer) }
  writeFileSync(`${installer}${slipEnding}`, `${JSON.stringify(signSlip(words, readFileSync(key, 'utf8')), null, 1)}\n`)
  say(`${installer}${slipEnding}`)
}
