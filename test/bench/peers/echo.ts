/** What the network and TLS alone allow: a server that keeps nothing and answers with what it was sent. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import https from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { send } from '../../helpers/calls.ts'

if (isMainThread) await measure(process.argv.slice(2))
else serve(workerData as { key: string; cert: string })

function serve({ key, cert }: { key: string; cert: string }): void {
  const server = https.createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(Buffer.concat(chunks))
    })
  })
  server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as { port: number }).port))
}

async function measure([seats = '', seconds = '', bytes = '']: string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiangping-echo-'))
  const [key, cert] = ['key', 'cert'].map((name) => path.join(folder, name)) as [string, string]
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=echo']
  spawnSync('openssl', [...made, '-days', '2', '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const credentials = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  rmSync(folder, { recursive: true })
  const server = new Worker(fileURLToPath(import.meta.url), { workerData: credentials })
  const port = await new Promise<number>((resolve) => server.once('message', resolve))
  const until = performance.now() + Number(seconds) * 1_000
  const body = Buffer.alloc(Number(bytes), 'x')
  let acks = 0
  await Promise.all(
    Array.from({ length: Number(seats) }, async () => {
      const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 1 })
      while (performance.now() < until) {
        const { status } = await send(`https://127.0.0.1:${port}`, '/', { method: 'POST', body, agent })
        if (status === 200) acks += 1
      }
      agent.destroy()
    }),
  )
  await server.terminate()
  const msPerAck = (Number(seconds) * 1_000) / acks
  process.stdout.write(`${JSON.stringify({ figures: { ms: Number(seconds) * 1_000, msPerAck }, answer: acks > 0 })}\n`)
}
