// The only bridge between a screen and the shell. Bundled to CommonJS: a sandboxed window loads nothing else.
import { contextBridge, ipcRenderer, webUtils } from 'electron'

// A port cannot cross the bridge as a value; it is posted to the page, which waits for 'jiangping:port'.
ipcRenderer.on('port', (event) => window.postMessage('jiangping:port', '*', event.ports))

contextBridge.exposeInMainWorld('jiangping', {
  /** Asks for a port to the host; it arrives as a message 'jiangping:port' of the window itself. */
  connect: (): void => ipcRenderer.send('connect'),
  /** Lets the person pick files or a folder; answers their paths. */
  pickPaths: (kind: string): Promise<string[]> => ipcRenderer.invoke('pick-paths', kind),
  /** Lets the person choose where to save; null if they thought better of it. */
  saveFolder: (): Promise<string | null> => ipcRenderer.invoke('save-folder'),
  /** Saves this page as a PDF where the person says; null if they thought better of it. */
  savePdf: (name: string): Promise<string | null> => ipcRenderer.invoke('save-pdf', name),
  /** Shows a round on the wall's own window, for the projector. */
  openWall: (round: string): Promise<void> => ipcRenderer.invoke('open-wall', round),
  /** The path of a file that was dropped onto the window. */
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
})
