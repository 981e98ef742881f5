// The menu bar: few entries, because everything that matters is on the screens.
import type { MenuItemConstructorOptions } from 'electron'
import type { Words } from './words.ts'

/** The menu's entries. Developer tools and reload are left out: a reload in the room would only cost people's nerves. */
export function menuTemplate(words: Words, { openWall }: { openWall: () => void }): MenuItemConstructorOptions[] {
  return [
    { label: words.file, submenu: [{ role: 'quit', label: words.quit }] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.larger },
        { role: 'zoomOut', label: words.smaller },
        { role: 'resetZoom', label: words.normalSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    {
      label: words.window,
      submenu: [
        { label: words.openWall, accelerator: 'CmdOrCtrl+Shift+W', click: openWall },
        { type: 'separator' },
        { role: 'minimize', label: words.minimise },
        { role: 'close', label: words.close },
      ],
    },
  ]
}
