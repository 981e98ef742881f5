/** What the desktop window offers a page beyond a browser: a port to the host, dialogs, the wall. Absent in a browser. */

export type Shell = {
  /** Asks for a port to the host; it comes as a message of the window, since a port cannot cross the bridge. */
  connect(): void
  pickPaths(kind: 'packets' | 'roster' | 'archive'): Promise<string[]>
  /** Asks for a folder to write to; null when the person changed their mind. */
  saveFolder(): Promise<string | null>
  /** Saves this page as a PDF where the person says; null when they changed their mind. */
  savePdf(name: string): Promise<string | null>
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

/** A port to the host: asks the window for one and waits until it is posted to this page. */
export function portTo(desktop: Shell): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = ({ data, source, ports: [port] }: MessageEvent) => {
      if (source !== window || data !== 'jiangping:port' || !port) return
      window.removeEventListener('message', take)
      resolve(port)
    }
    window.addEventListener('message', take)
    desktop.connect()
  })
}
