import { desktop } from '#desktop'
import { type CellMark, type ChosenFile, markFiles } from '#excel/excel'
import { fileName } from './import-rows.ts'

/** Saves the annotated copy (批注稿) of one file; '' when the user cancelled, else what to say. */
export async function saveCopy(
  file: ChosenFile,
  marks: readonly CellMark[],
  signal: AbortSignal,
): Promise<string> {
  const [made] = await markFiles([{ ...file, marks }], () => undefined, signal)
  if (!made?.bytes) return made?.error ?? ''
  const saved = await desktop.saveFile(copyName(file.path), made.bytes)
  return saved ? `批注稿已保存：${saved.name}（${saved.place}）` : ''
}

/** Saves the annotated copies of all files into one new folder, nested as they were chosen. */
export async function saveCopies(
  files: readonly ChosenFile[],
  marks: ReadonlyMap<string, readonly CellMark[]>,
  onProgress: (done: number, total: number, name: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const jobs = files
    .filter((file) => marks.has(file.path))
    .map((file) => ({ ...file, marks: marks.get(file.path) ?? [] }))
  const made = await markFiles(jobs, onProgress, signal)
  const taken = new Set<string>()
  const copies = made.flatMap(({ path, bytes }) => {
    if (bytes === null) return []
    // Main takes folders up to four deep; the nearest ones tell units apart.
    const folder = path.split('/').slice(0, -1).slice(-4)
    return [{ folder, name: freeName(folder, copyName(path), taken), bytes }]
  })
  const failed = made.filter(({ error }) => error !== null)
  const saved = copies.length > 0 ? await desktop.saveFolder('批注稿', copies) : null
  if (!saved) return failed[0]?.error ?? ''
  const left = failed.length > 0 ? `；${failed.length} 份没有做成，第一份：${failed[0]?.error}` : ''
  return `${saved.count} 份批注稿已保存到 ${saved.place}${left}`
}

/** Annotated copies are always .xlsx, whatever came in. */
function copyName(path: string): string {
  return `${fileName(path).replace(/\.[^.]+$/, '')}（批注）.xlsx`
}

/** `a.xls` and `a.xlsx` in one folder give copies of different names. */
function freeName(folder: readonly string[], name: string, taken: Set<string>): string {
  let free = name
  for (let count = 2; taken.has([...folder, free].join('/').toLowerCase()); count++) {
    free = name.replace(/\.xlsx$/, ` ${count}.xlsx`)
  }
  taken.add([...folder, free].join('/').toLowerCase())
  return free
}
