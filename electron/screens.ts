// Serves the built screens to our windows: reading only, and only from the folder of screens.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { csp, isOurs } from './policy.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
}

/** Answers one request of a page for a file below `folder`. */
export async function answerScreen(request: Pick<Request, 'method' | 'url'>, folder: string): Promise<Response> {
  if (request.method !== 'GET') return refusal(405)
  const file = isOurs(request.url) ? fileFor(request.url, folder) : undefined
  if (!file) return refusal(404)
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(file) })
  } catch {
    return refusal(404)
  }
}

/** The file an address means, or undefined if it lies outside the folder. */
export function fileFor(address: string, folder: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return undefined
  }
  // A backslash or a second decoding is no path of ours, and on Windows it would climb.
  if (/[\\\0:]/.test(path)) return undefined
  const jail = normalize(folder + sep)
  const file = normalize(join(jail, path))
  return file.startsWith(jail) && file !== jail ? file : undefined
}

function headersFor(file: string) {
  return {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': csp,
    'X-Content-Type-Options': 'nosniff',
  }
}

function refusal(status: number) {
  return new Response(null, { status, headers: { 'Content-Security-Policy': csp } })
}
