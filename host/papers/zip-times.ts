/** Gives every entry of a zip the same time, so that the same book makes the same bytes. */

const local = 0x04034b50
const central = 0x02014b50
const end = 0x06054b50

/** Rewrites the times in place, in the headers of the entries and of the directory, and answers the same buffer. */
export function settleTimes(zip: Buffer, iso: string): Buffer {
  const { time, date } = dosTime(new Date(iso))
  const tail = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (tail < 0 || zip.readUInt32LE(tail) !== end) throw new RangeError('not a zip')
  const entries = zip.readUInt16LE(tail + 10)
  let at = zip.readUInt32LE(tail + 16)
  for (let entry = 0; entry < entries; entry += 1) {
    if (zip.readUInt32LE(at) !== central) throw new RangeError('not a zip directory')
    zip.writeUInt16LE(time, at + 12)
    zip.writeUInt16LE(date, at + 14)
    const header = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(header) !== local) throw new RangeError('not a zip entry')
    zip.writeUInt16LE(time, header + 10)
    zip.writeUInt16LE(date, header + 12)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}

function dosTime(moment: Date): { time: number; date: number } {
  const year = Math.max(1980, moment.getUTCFullYear())
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  }
}
