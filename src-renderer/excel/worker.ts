import type { FromWorker, Job, JobResult, ToWorker } from './jobs.ts'
import { readSheets } from './read-workbook.ts'
import { readTreasuryBook } from './treasury-ledger.ts'
import { startWarmUp } from './warm-up.ts'
import { WorkbookError } from './workbook-error.ts'

function reply(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}

/** The bytes are taken here and not on the page: a large file is never copied through its thread. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    console.warn('file not readable', error)
    return null
  }
}

async function resultOf(job: Job, bytes: Uint8Array | null): Promise<JobResult> {
  if (bytes === null) {
    return { kind: 'error', message: '文件打不开（可能已移动、删除或正被占用），请确认后重新选择。' }
  }
  try {
    const { file, task } = job
    if (task.kind === 'forms') return { kind: 'forms', ...readSheets(bytes, file.name) }
    if (task.kind === 'treasury') return { kind: 'treasury', ledgers: readTreasuryBook(bytes, file.name) }
    const { markedWorkbook } = await import('./mark-faults.ts')
    return { kind: 'bytes', bytes: await markedWorkbook(bytes, file.name, [...task.marks]) }
  } catch (error) {
    if (error instanceof WorkbookError) return { kind: 'error', message: error.message }
    console.error('file failed', error)
    return {
      kind: 'error',
      message: '文件读到一半出错，没有采用其中内容；请用 Excel 或 WPS 另存为 .xlsx 后再试。',
    }
  }
}

const endWarmUp = startWarmUp()

/** Strictly one after the other, so that the page knows by their order which file a dead worker was reading. */
let turn = Promise.resolve()

addEventListener('message', (event: MessageEvent<ToWorker>) => {
  endWarmUp()
  const { index, job } = event.data
  const bytes = bytesOf(job.file)
  turn = turn.then(async () => {
    const result = await resultOf(job, await bytes)
    reply({ index, result }, result.kind === 'bytes' ? [result.bytes.buffer] : [])
  })
})
