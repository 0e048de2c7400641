import type { GoalContent } from '#domain/goals/goal'
import type { FormNames } from '#domain/unit-names'
import { breathe } from './form-style.ts'
import type { Layout } from './layouts/words.ts'
import { goalFormWorkbook } from './write-goal-form.ts'
import { fileName, freeFileName } from './write-names.ts'

export type FormOrder = { content: GoalContent; names: FormNames; layout: Layout }
export type FormFile = { folder: string[]; name: string; bytes: Uint8Array }

/** A form that is still to be made: whose it is, what it is called, and how it comes to be. */
export type FormWanted = { unit: string; stem: string; make: () => Promise<Uint8Array> }

/** One file a form, a folder a unit, safe names. Rejects with the signal's reason when cancelled. */
async function filesByUnit(
  wanted: readonly FormWanted[],
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<FormFile[]> {
  const files: FormFile[] = []
  const taken = new Set<string>()
  for (const { unit, stem, make } of wanted) {
    signal?.throwIfAborted()
    const folder = fileName(unit, '未定单位')
    files.push({ folder: [folder], name: freeFileName(folder, stem, taken), bytes: await make() })
    onProgress?.(files.length, wanted.length)
    await breathe()
  }
  return files
}

/** One form a goal, a folder a unit. Rejects with the signal's reason when cancelled. */
export function goalFormFiles(
  orders: readonly FormOrder[],
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<FormFile[]> {
  const wanted = orders.map(({ content, names, layout }) => ({
    unit: names.unit,
    stem: `${fileName(content.name, '未命名')}-绩效目标申报表`,
    make: () => goalFormWorkbook(content, names, layout),
  }))
  return filesByUnit(wanted, onProgress, signal)
}

/** One form a project in a folder a unit, for units that fill them in by Excel; `called` ends each file's name. */
export function formFiles(
  forms: readonly { unit: string; name: string; make: () => Promise<Uint8Array> }[],
  called: string,
): Promise<FormFile[]> {
  const wanted = forms.map(({ unit, name, make }) => ({
    ...{ unit, make, stem: `${fileName(name, '未命名')}-${called}` },
  }))
  return filesByUnit(wanted)
}
