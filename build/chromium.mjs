// Finds a Chromium-like browser: for the browser shell of `npm start`, and for the journeys of `npm test`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath } from './repo.mjs'

/** Where browsers lie that are not on PATH. */
const usualPlaces = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    if (!folder) return []
    return [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
  }),
}

/** The browser's path, or undefined where there is none. JP_CHROMIUM names one outright. */
export function findChromium() {
  const named = process.env.JP_CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  const places = usualPlaces[/** @type {keyof typeof usualPlaces} */ (process.platform)] ?? []
  return (
    places.find((path) => existsSync(path)) ??
    findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'])
  )
}
