import { contextBridge, ipcRenderer } from 'electron'

// The name of the channel stands here again: a sandboxed preload is one file and imports nothing of main's.
contextBridge.exposeInMainWorld('jiheng', {
  call: (method: string, input: unknown) => ipcRenderer.invoke('jiheng', method, input),
})
