/** Finds a Chromium-like browser on this computer: for the browser shell, and for the journeys of the tests. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where browsers lie that are not on PATH. */
const usualPlaces: Partial<Record<NodeJS.Platform, () => string[]>> = {
  linux: () => ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/snap/bin/chromium'],
  darwin: () =>
    ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: () =>
    ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name]
      if (!folder) return []
      return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((program) =>
        path.join(folder, program),
      )
    }),
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge']

/** The browser's path, or undefined where there is none. JP_CHROMIUM names one outright. */
export function findBrowser(): string | undefined {
  const named = process.env.JP_CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  const places = usualPlaces[process.platform]?.() ?? []
  return places.find((place) => existsSync(place)) ?? onPath()
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const candidate = path.join(folder, name + ending)
        if (existsSync(candidate)) return candidate
      }
    }
  }
  return undefined
}
