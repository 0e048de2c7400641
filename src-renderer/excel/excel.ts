import type { ReadForm } from '#domain/goals/read-form'
import type { FlatLedger } from './flat-ledger.ts'
import type { CellMark, ChosenFile, JobResult, Task } from './jobs.ts'
import type { TreasuryLedger } from './treasury-ledger.ts'
import { coolDown, runJobs, warmUp } from './worker-pool.ts'

export type { CellMark, ChosenFile } from './jobs.ts'

/** What became of one file: its forms and flat ledgers, or a sentence that names it and says what to do. */
export type FileReading = {
  name: string
  path: string
  forms: ReadForm[]
  ledgers: FlatLedger[]
  error: string | null
}

/** What became of one file of the treasury. */
export type TreasuryFile = { name: string; path: string; ledgers: TreasuryLedger[]; error: string | null }

export type MarkJob = ChosenFile & { marks: readonly CellMark[] }
export type MarkedFile = { path: string; bytes: Uint8Array | null; error: string | null }

type OnProgress = (done: number, total: number, name: string) => void

const fileLimit = 60_000

/** Call while files are being chosen: what they are read with is ready by the time they come. */
function prepareReading(): void {
  warmUp()
}

/** Call when no files will come after all. */
function releaseReading(): void {
  coolDown()
}

/** Reads all forms of all files off the page's thread, in the order given; a bad file never stops the rest. */
export async function readFiles(
  files: readonly ChosenFile[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<FileReading[]> {
  const results = await run(files, () => ({ kind: 'forms' }), onProgress, signal)
  return files.map(({ file, path }, index) => {
    const result = results[index]
    const { forms, ledgers } = result?.kind === 'forms' ? result : { forms: [], ledgers: [] }
    const error = errorOf(file.name, result, forms.length + ledgers.length)
    return { name: file.name, path, forms, ledgers, error }
  })
}

/** The reader as an import of filled forms takes it. */
export const formReader = { prepare: prepareReading, read: readFiles, release: releaseReading }

/** Reads the treasury's ledgers of all files off the page's thread, in the order given. */
export async function readTreasuryFiles(
  files: readonly ChosenFile[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<TreasuryFile[]> {
  const results = await run(files, () => ({ kind: 'treasury' }), onProgress, signal)
  return files.map(({ file, path }, index) => {
    const result = results[index]
    const ledgers = result?.kind === 'treasury' ? result.ledgers : []
    return { name: file.name, path, ledgers, error: errorOf(file.name, result, ledgers.length, noTreasury) }
  })
}

/** Makes the annotated copies (批注稿) of the files, in the order given. */
export async function markFiles(
  jobs: readonly MarkJob[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<MarkedFile[]> {
  const marksAt = (index: number) => jobs[index]?.marks ?? []
  const results = await run(jobs, (index) => ({ kind: 'marks', marks: marksAt(index) }), onProgress, signal)
  return jobs.map(({ file, path }, index) => {
    const result = results[index]
    if (result?.kind === 'bytes') return { path, bytes: result.bytes, error: null }
    return { path, bytes: null, error: errorOf(file.name, result, 1) }
  })
}

/**
 * Asks for the size of each file while the first ones are read, in slices that never hold the window. The browser
 * answers synchronously and remembers it; otherwise each file would be asked about when it is handed to a worker.
 */
async function learnSizes(files: readonly ChosenFile[], signal: AbortSignal): Promise<void> {
  for (const [index, { file }] of files.entries()) {
    if (signal.aborted) return
    void file.size
    if (index % 10 === 9) await new Promise((resolve) => setTimeout(resolve))
  }
}

function run(
  files: readonly ChosenFile[],
  taskOf: (index: number) => Task,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<JobResult[]> {
  const jobs = files.map(({ file }, index) => ({ file, task: taskOf(index) }))
  const results = runJobs(jobs, {
    onProgress: (done, current) => onProgress(done, files.length, files[current]?.file.name ?? ''),
    signal,
    limit: fileLimit,
  })
  void learnSizes(files, signal)
  return results
}

const noForms = '没有认出绩效表（缺少项目名称或“一级指标”等表头），没有导入；请核对是否选错文件。'
const noTreasury =
  '没有认出国库台账（缺少项目名称或编码、预算数或支出数等表头），没有导入；请核对是否选错文件。'

function errorOf(
  name: string,
  result: JobResult | undefined,
  found: number,
  otherwise = noForms,
): string | null {
  if (result?.kind === 'error') return `“${name}”：${result.message}`
  if (found > 0) return null
  return `“${name}”：${otherwise}`
}
