// The system's own dialogs. A page gets paths that a person chose here, and never reads a file itself.
import { writeFile } from 'node:fs/promises'
import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron'
import type { Words } from './words.ts'

/** What a page can ask a person to pick. */
export type PathKind = 'packets' | 'folder' | 'roster' | 'archive' | 'workbook'

/** Asks for files or a folder of one kind; an empty list when the person thought better of it. */
export async function pickPaths(window: BrowserWindow, kind: PathKind, words: Words): Promise<string[]> {
  const chosen = await dialog.showOpenDialog(window, { buttonLabel: words.choose, ...optionsFor(kind, words) })
  return chosen.canceled ? [] : chosen.filePaths
}

/** Asks where to save; null when the person thought better of it. */
export async function saveFolder(window: BrowserWindow, words: Words): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, {
    title: words.saveFolder,
    buttonLabel: words.save,
    properties: ['openDirectory', 'createDirectory'],
  })
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}

/** Writes the window's page as a PDF where the person says; the path, or null when the person thought better of it. */
export async function savePdf(window: BrowserWindow, name: string, words: Words): Promise<string | null> {
  const chosen = await dialog.showSaveDialog(window, {
    title: words.savePdf,
    buttonLabel: words.save,
    // What a page calls a paper may hold signs that no file name can.
    defaultPath: `${
      name
        .replaceAll(/[\\/:*?"<>|]/g, ' ')
        .trim()
        .slice(0, 120) || words.title
    }.pdf`,
    filters: only('PDF', ['pdf']),
  })
  if (chosen.canceled || !chosen.filePath) return null
  const bytes = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  await writeFile(chosen.filePath, bytes)
  return chosen.filePath
}

/** Whether a page's word is a kind there is. Pages are ours, but what they send is still checked. */
export function isPathKind(kind: unknown): kind is PathKind {
  return ['packets', 'folder', 'roster', 'archive', 'workbook'].some((known) => known === kind)
}

function optionsFor(kind: PathKind, words: Words): OpenDialogOptions {
  switch (kind) {
    case 'packets':
      return {
        title: words.pickPackets,
        filters: only(words.packets, ['pdf', 'docx', 'xlsx', 'zip', 'jpg', 'jpeg', 'png']),
        properties: ['openFile', 'multiSelections'],
      }
    case 'folder':
      // Windows and Linux cannot offer files and folders in one dialog.
      return { title: words.pickFolder, properties: ['openDirectory', 'multiSelections'] }
    case 'roster':
      return { title: words.pickTable, filters: only(words.tables, ['xlsx', 'csv', 'json']), properties: ['openFile'] }
    case 'archive':
      return {
        title: words.pickArchive,
        filters: only(words.archives, ['jpa', 'jpb', 'zip']),
        properties: ['openFile', 'multiSelections'],
      }
    case 'workbook':
      return { title: words.pickWorkbook, filters: only(words.workbooks, ['xlsx']), properties: ['openFile'] }
  }
}

function only(name: string, extensions: string[]): FileFilter[] {
  return [{ name, extensions }]
}
