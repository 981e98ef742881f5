/** Where the code of a worker thread lies. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The file a worker thread runs. Beside bundles it is a bundle of its own; among sources it is a source, or the bundle in
 * the folder that `JP_WORKERS` names: dozens of hosts in one test run load it in a tenth of the time.
 * @param source path of the worker's source, without its ending
 */
export function workerFile(source: string): string {
  if (!import.meta.filename.endsWith('.ts')) return path.join(import.meta.dirname, `${path.basename(source)}.js`)
  const bundles = process.env.JP_WORKERS
  const bundle = bundles === undefined ? '' : path.join(bundles, `${path.basename(source)}.js`)
  return existsSync(bundle) ? bundle : `${source}.ts`
}
