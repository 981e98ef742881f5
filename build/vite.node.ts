// What the Node side is bundled like: everything inside, except what has native parts or is Electron itself.
import type { InlineConfig, Logger, Plugin } from 'vite'
import { packagesUsed } from './packages-used.ts'
import { say } from './repo.mjs'

/** Modules that stay outside every bundle: they load a compiled library, or exist only inside Electron. */
export const outside = ['better-sqlite3', '@napi-rs/canvas', 'electron']

/** Vite's messages on stderr, and only those that need someone: stdout belongs to `jp`. */
export const quietLogger: Logger = {
  hasWarned: false,
  info: () => {},
  warn: (line) => {
    quietLogger.hasWarned = true
    say(line)
  },
  warnOnce: (line) => say(line),
  error: (line) => say(line),
  clearScreen: () => {},
  hasErrorLogged: () => false,
}

/**
 * pdfkit asks for its measures of the standard fonts by a private name that exists only inside its own package. Once
 * bundled it is outside; here the private names become files beside it, which are then bundled with it.
 */
function pdfkitFonts(): Plugin {
  return {
    name: 'pdfkit-fonts',
    transform(code, id) {
      if (!/[\\/]pdfkit\.node\.mjs$/.test(id)) return null
      const changed = code.replaceAll(/require\$1\('#standard-fonts\/(\w+)'\)/g, "require('./standard-fonts/$1.cjs')")
      if (changed === code) this.error('pdfkit no longer asks for its fonts as it did; look at pdfkitFonts again')
      return { code: changed, map: null }
    },
  }
}

/**
 * exceljs brings a streaming reader that we never use; it would pull in a chain of old packages, one of them without
 * a licence.
 */
function withoutExcelStreamReader(): Plugin {
  const stand = '\0no-unzipper'
  return {
    name: 'without-excel-stream-reader',
    enforce: 'pre',
    resolveId: (name) => (name === 'unzipper' ? stand : null),
    load: (id) => (id === stand ? 'export const Parse = () => { throw new Error("not packed") }' : null),
  }
}

/** One bundle for Node: named entries into one flat folder, so that every file sees the same `../migrations`. */
export function nodeBundle({
  entries,
  folder,
  format = 'es',
}: {
  entries: Record<string, string>
  folder: string
  format?: 'es' | 'cjs'
}): InlineConfig {
  const ending = format === 'es' ? 'js' : 'cjs'
  return {
    configFile: false,
    customLogger: quietLogger,
    // Besides the logger's own filter: at "info" vite writes its progress to stdout directly.
    logLevel: 'warn',
    publicDir: false,
    plugins: [pdfkitFonts(), withoutExcelStreamReader(), packagesUsed()],
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entries,
        external: outside,
        output: {
          format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `[name]-[hash].${ending}`,
        },
      },
    },
    // Unbundled, drizzle alone costs 400 ms at every start.
    ssr: { noExternal: true, external: outside, target: 'node' },
  }
}
