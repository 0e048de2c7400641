import type { ReadForm } from '#domain/goals/read-form'
import type { FlatLedger } from './flat-ledger.ts'
import type { TreasuryLedger } from './treasury-ledger.ts'

/** A file as the user chose it; `path` tells files of the same name in nested folders apart. */
export type ChosenFile = { file: File; path: string }

/** What is wrong in a workbook and where; without a cell it concerns the whole sheet. */
export type CellMark = { sheet: string; cell: string | null; message: string }

/** What a worker is asked to do with one file. */
export type Task = { kind: 'forms' } | { kind: 'treasury' } | { kind: 'marks'; marks: readonly CellMark[] }
export type Job = { file: File; task: Task }

export type JobResult =
  | { kind: 'forms'; forms: ReadForm[]; ledgers: FlatLedger[] }
  | { kind: 'treasury'; ledgers: TreasuryLedger[] }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'error'; message: string }

export type ToWorker = { index: number; job: Job }
export type FromWorker = { index: number; result: JobResult }
