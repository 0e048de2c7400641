import type { GoalContent } from '#domain/goals/goal'
import { breathe } from './form-style.ts'
import type { FormNames } from './layouts/goal-form.ts'
import type { Layout } from './layouts/words.ts'
import { goalFormWorkbook } from './write-goal-form.ts'
import { fileName, freeFileName } from './write-names.ts'

export type FormOrder = { content: GoalContent; names: FormNames; layout: Layout }
export type FormFile = { folder: string[]; name: string; bytes: Uint8Array }

/** One form a goal, a folder a unit, safe names. Rejects with the signal's reason when cancelled. */
export async function goalFormFiles(
  orders: readonly FormOrder[],
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<FormFile[]> {
  const files: FormFile[] = []
  const taken = new Set<string>()
  for (const { content, names, layout } of orders) {
    signal?.throwIfAborted()
    const folder = fileName(names.unit, '未定单位')
    const stem = `${fileName(content.name, '未命名')}-绩效目标申报表`
    const bytes = await goalFormWorkbook(content, names, layout)
    files.push({ folder: [folder], name: freeFileName(folder, stem, taken), bytes })
    onProgress(files.length, orders.length)
    await breathe()
  }
  return files
}
