/** Entry of the host as a process of its own under the desktop shell. */
import { keepCompiled } from './keep-compiled.ts'
import type { ParentPort } from './under-shell.ts'

keepCompiled(process.argv)
const { runUnderShell } = await import('./under-shell.ts')
const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (parentPort) runUnderShell(parentPort)
