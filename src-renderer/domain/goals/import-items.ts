import type { Problem } from '../problem.ts'
import type { Unit } from '../year-book.ts'
import type { YearRules } from '../year-rules.ts'
import { contentOf } from './carry.ts'
import { diffContent, sameContent } from './compare.ts'
import { isEditable } from './flow.ts'
import { contentFromForm } from './from-form.ts'
import { type Goal, type GoalContent, matchKeyOf } from './goal.ts'
import { isSameAsStored, mergeContent } from './import-merge.ts'
import type { FoundForm, ImportItem } from './import-plan.ts'
import { type UnitIndex, unitOfForm, type WrittenUnit } from './import-units.ts'

/** First step, without the book's goals: of which unit the form is and what it says. */
export function recogniseForms(
  forms: readonly FoundForm[],
  world: {
    index: UnitIndex
    rules: YearRules
    year: number
    propose: (written: WrittenUnit, parent: Unit | null) => Unit
    isNew: (unitId: string) => boolean
    nextId: () => string
  },
): ImportItem[] {
  return forms.map(({ file, form }, order) => {
    const item: ImportItem = {
      key: String(order),
      file,
      sheet: form.sheet,
      state: 'new',
      unitId: '',
      unitName: form.unit ?? form.department ?? '',
      newUnit: false,
      content: null,
      existing: null,
      changes: [],
      problems: [],
      faults: [...form.faults],
      chosen: false,
      year: form.year,
    }
    if (form.kind === 'self-evaluation' || form.kind === 'monitoring') return { ...item, state: 'other-kind' }
    const unit = unitOfForm(form, world.index, world.propose)
    if (!unit) return faulty(item, 'import-no-unit', '没有认出单位，请在表上写明预算单位名称。')
    const content = contentFromForm(form, unit.id, world.rules, world.nextId)
    const named = { ...item, unitId: unit.id, unitName: unit.name, newUnit: world.isNew(unit.id) }
    if (content.name.trim() === '') {
      return faulty(named, 'import-no-name', '没有认出项目名称，请在表上写明。')
    }
    const otherYear = form.year !== null && !form.year.includes(String(world.year))
    const problems = otherYear
      ? [problem('import-other-year', `表上是 ${form.year} 年度，当前账套是 ${world.year} 年度。`)]
      : []
    return { ...named, content, problems }
  })
}

function problem(code: string, message: string, severity: Problem['severity'] = 'warning'): Problem {
  return { code, severity, at: 'name', message, clause: '', suggestion: '' }
}

function faulty(item: ImportItem, code: string, message: string): ImportItem {
  return { ...item, state: 'faulty', problems: [problem(code, message, 'error')] }
}

/** Second step: new, changed, same or in conflict with what the book has and with the rest of the batch. */
export function reconcile(
  items: readonly ImportItem[],
  existing: ReadonlyMap<string, Goal>,
  year: number,
): ImportItem[] {
  const firstOf = new Map<string, GoalContent>()
  const differing = new Set<string>()
  const placed = items.map((item) => {
    if (!item.content) return item
    const key = matchKeyOf(item.content)
    const compared = againstStored(item, existing.get(key))
    if (!compared.content) return compared
    const first = firstOf.get(key)
    if (!first) firstOf.set(key, compared.content)
    else if (sameContent(first, compared.content)) return { ...compared, state: 'same' as const, changes: [] }
    else differing.add(key)
    return compared
  })
  return placed.map((item) => {
    const twice = item.content !== null && differing.has(matchKeyOf(item.content)) && item.state !== 'same'
    const known: ImportItem = !twice
      ? item
      : {
          ...item,
          state: 'conflict',
          problems: [
            problem('import-twice', '这批文件里同一项目有不同的内容，请只选一份导入。'),
            ...item.problems,
          ],
        }
    const otherYear = known.year !== null && !known.year.includes(String(year))
    return { ...known, chosen: (known.state === 'new' || known.state === 'changed') && !otherYear }
  })
}

function againstStored(item: ImportItem, stored: Goal | undefined): ImportItem {
  if (!item.content || !stored) return item
  const content = mergeContent(stored, item.content)
  const known = { ...item, content, existing: { id: stored.id, revision: stored.revision } }
  if (isSameAsStored(stored, content)) return { ...known, state: 'same' }
  const changes = diffContent(contentOf(stored), content)
  if (isEditable(stored.status)) return { ...known, changes, state: 'changed' }
  const locked = problem('import-locked', '账套中的这个目标已送审或已批复，不能由导入改动。', 'error')
  return { ...known, changes, state: 'conflict', problems: [locked, ...item.problems] }
}

/** Whether a person may choose the item: a conflict with a submitted goal cannot be chosen, one between files can. */
export function mayBeChosen(item: ImportItem): boolean {
  if (!item.content || item.state === 'same') return false
  return !item.problems.some((found) => found.code === 'import-locked')
}
