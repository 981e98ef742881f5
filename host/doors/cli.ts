/** Entry of the command line: runs it and leaves with its exit code. */
import { keepCompiled } from './keep-compiled.ts'

// Who reads only the first lines (`| head`) closes the pipe; that is no fault of the program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

keepCompiled(process.argv)
const { main } = await import('./command-line.ts')
process.exitCode = await main(process.argv.slice(2))
