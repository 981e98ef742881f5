/** Entry of the command line: runs it and leaves with its exit code. */
import { main } from './command-line.ts'

process.exitCode = await main(process.argv.slice(2))
