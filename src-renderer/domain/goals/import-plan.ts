import type { Problem } from '../problem.ts'
import type { Unit } from '../year-book.ts'
import type { ContentChange } from './compare.ts'
import type { GoalContent } from './goal.ts'
import type { ReadFault, ReadForm } from './read-form.ts'

/** 新增, 有变化, 相同, 不能导入, 冲突, 其他表. */
export const importStates = {
  new: '新增',
  changed: '有变化',
  same: '相同',
  faulty: '不能导入',
  conflict: '冲突',
  'other-kind': '其他表',
} as const
export type ImportState = keyof typeof importStates

/** A form found in a file. */
export type FoundForm = { file: string; form: ReadForm }

/** One form of a batch and what writing it would do. */
export type ImportItem = {
  /** Unique within the plan. */
  key: string
  file: string
  sheet: string
  state: ImportState
  /** The unit in the book or, with `newUnit`, the proposed one in `ImportPlan.units`; '' where none was recognised. */
  unitId: string
  unitName: string
  newUnit: boolean
  /** What would be written; null where nothing can be. */
  content: GoalContent | null
  existing: { id: string; revision: number } | null
  changes: ContentChange[]
  /** Why it cannot be imported or should be looked at (codes `import-…`), then the findings of the check. */
  problems: Problem[]
  faults: ReadFault[]
  chosen: boolean
  year: string | null
}

/** What an import would write, for a person to look at first. */
export type ImportPlan = {
  bookId: string
  items: ImportItem[]
  /** Units that are not in the book yet; those that a chosen item uses are created with it. */
  units: Unit[]
}
