/** Reads the parts of an office file as texts, for tests that look at what is really written. */
import * as yauzl from 'yauzl'

/** Every part by its name. */
export function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>()
  const parts = new Map<string, string>()
  yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error)
    zip.on('error', reject)
    zip.on('end', () => resolve(parts))
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, async (failed, stream) => {
        if (failed) return reject(failed)
        const chunks = await stream.toArray()
        parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
        zip.readEntry()
      })
    })
    zip.readEntry()
  })
  return promise
}
