/** A network as a full meeting room has it: between a tablet and the host it delays, drops, and cuts in the middle. */
import { connect, createServer, type Socket } from 'node:net'

export type BadWifi = { port: number; cuts(): number; close(): Promise<void> }

/** Listens on a free port and hands bytes on to `target`, badly. */
export async function openBadWifi(target: number, random: () => number): Promise<BadWifi> {
  const open = new Set<Socket>()
  let cuts = 0
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.on('data', (bytes: Buffer) => {
        const fate = random()
        if (fate < 0.03) {
          // Half of it goes through, and then nothing ever again.
          to.write(bytes.subarray(0, bytes.length >> 1))
          cuts += 1
          setTimeout(() => from.destroy(), random() * 50)
        } else if (fate < 0.05) {
          cuts += 1
          from.destroy()
        } else {
          from.pause()
          setTimeout(() => {
            if (!to.destroyed) to.write(bytes)
            from.resume()
          }, random() * 30)
        }
      })
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
