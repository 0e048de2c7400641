import { stablySortedBy } from './sorted.ts'

/** A file as the user chose it; `path` tells files of the same name in nested folders apart. */
export type ChosenFile = { file: File; path: string }

/** What was chosen, and how much of it is no workbook. */
export type Collected = { files: ChosenFile[]; skipped: number }

export const workbookTypes = '.xlsx,.xls,.et'

/** Workbooks by name; `~$…` is the lock file that Excel and WPS leave beside an open workbook. */
function isWorkbook(name: string): boolean {
  return /\.(xlsx|xls|et)$/i.test(name) && !name.startsWith('~$') && !name.startsWith('._')
}

/** The workbooks among the given files, ordered as a person numbers them (2 before 10). */
export function collected(all: readonly ChosenFile[]): Collected {
  const workbooks = all.filter(({ file }) => isWorkbook(file.name))
  const files = stablySortedBy(workbooks, ({ path }) => path)
  return { files, skipped: all.length - files.length }
}

/** Why nothing was read of files among which there is no workbook. */
export function noneCollected(skipped: number): string {
  return `所选的 ${skipped} 个文件都不是 .xlsx、.xls、.et 表格（或是 ~$ 开头的临时文件），没有读取。`
}

/** All of a chosen file. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

/** Files of an input; those of a chosen folder carry their path in it. */
export function filesOfInput(files: readonly File[]): ChosenFile[] {
  return files.map((file) => ({ file, path: file.webkitRelativePath || file.name }))
}

/** Files of a drop, folders opened to any depth. Must be called while the event is handled. */
export async function filesOfDrop(transfer: DataTransfer): Promise<ChosenFile[]> {
  const sources = [...transfer.items]
    .filter((item) => item.kind === 'file')
    // Asked for together: a handled event's items are gone.
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const lists = await Promise.all(
    sources.map(({ entry, file }) => {
      if (entry) return filesBelow(entry)
      return file ? [{ file, path: file.name }] : []
    }),
  )
  return lists.flat()
}

async function filesBelow(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  if (!isFolder(entry)) return []
  const lists = await Promise.all((await entriesOf(entry)).map(filesBelow))
  return lists.flat()
}

/** A reader gives at most a hundred entries a time, and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return entries
    entries.push(...part)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
