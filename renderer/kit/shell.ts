/** What the desktop window offers a page beyond a browser: a port to the host, dialogs, the wall. Absent in a browser. */

export type Shell = {
  /** Asks for a port to the host. */
  connect(): Promise<MessagePort>
  pickPaths(kind: 'packets' | 'roster'): Promise<string[]>
  /** Asks for a folder to write to; null when the person changed their mind. */
  saveFolder(): Promise<string | null>
  pathForFile(file: File): string
  openWall(round: string): Promise<void>
}

declare global {
  interface Window {
    jiangping?: Shell
  }
}

/** The desktop window around this page, if there is one. */
export function shell(): Shell | undefined {
  return window.jiangping
}
