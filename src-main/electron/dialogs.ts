import { extname, join } from 'node:path'
import type Electron from 'electron'

const kinds: Record<string, string> = {
  '.xlsx': 'Excel 工作簿',
  '.pdf': 'PDF 文档',
  '.docx': 'Word 文档',
  '.zip': '压缩包',
  '.jhx': '绩衡数据包',
}

type SaveDialogs = Pick<Electron.Dialog, 'showSaveDialog' | 'showOpenDialog'>

/** Asks where a file shall go: the only place where a user's path is learnt. Null when cancelled. */
export async function askForFile(
  dialog: SaveDialogs,
  window: Electron.BrowserWindow,
  folder: string,
  name: string,
): Promise<string | null> {
  const extension = extname(name)
  const answer = await dialog.showSaveDialog(window, {
    title: '保存',
    defaultPath: join(folder, name),
    filters: [
      {
        name: kinds[extension] ?? '文件',
        extensions: [extension.slice(1) || '*'],
      },
    ],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}

/** Asks for the folder a new folder shall go into. Null when cancelled. */
export async function askForFolder(
  dialog: SaveDialogs,
  window: Electron.BrowserWindow,
  folder: string,
  title = '选择保存到哪个文件夹',
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    defaultPath: folder,
    properties: ['openDirectory', 'createDirectory'],
  })
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}
