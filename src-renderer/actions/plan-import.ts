import { AppError } from '#domain/errors'
import { matchKeyOf } from '#domain/goals/goal'
import { recogniseForms, reconcile } from '#domain/goals/import-items'
import type { FoundForm, ImportPlan } from '#domain/goals/import-plan'
import { indexUnits, type WrittenUnit, writtenUnit } from '#domain/goals/import-units'
import { ownUnitOf } from '#domain/own-unit'
import type { Actor } from '#domain/people/duties'
import type { Unit } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { ownStation } from '#storage/exchange'
import { goalsByKeys } from '#storage/goals'
import { initialsOf } from '#storage/initials'
import { nextId } from '#storage/stamp'

/** What importing the forms would do to the book; writes nothing. */
export async function planImport(bookId: string, forms: readonly FoundForm[]): Promise<ImportPlan> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const proposed = new Map<string, Unit>()
  function propose({ code, name }: WrittenUnit, parent: Unit | null): Unit {
    const unit: Unit = {
      id: nextId(),
      bookId,
      code,
      name,
      parentId: parent?.id ?? '',
      sectionId: parent?.sectionId ?? '',
      initials: initialsOf(name),
    }
    proposed.set(unit.id, unit)
    return unit
  }
  const recognised = recogniseForms(forms, {
    index: indexUnits(await unitsOf(bookId)),
    rules: rulesOf(book),
    year: book.year,
    propose,
    isNew: (id) => proposed.has(id),
    nextId,
  })
  const keys = recognised.flatMap((item) => (item.content ? [matchKeyOf(item.content)] : []))
  const stored = await goalsByKeys(bookId, [...new Set(keys)])
  const items = reconcile(recognised, new Map(stored.map((goal) => [goal.matchKey, goal])), book.year)
  const checkable = items.flatMap(({ content, existing, unitName }) =>
    content ? [{ id: existing?.id ?? '', content, unitName }] : [],
  )
  const found = (await checkMany(book, checkable)).values()
  return {
    bookId,
    items: items.map((item) =>
      item.content ? { ...item, problems: [...item.problems, ...(found.next().value ?? [])] } : item,
    ),
    units: [...proposed.values()],
  }
}

/** The forms with another unit than is written on them, by their place in the batch. */
export function withUnits(forms: readonly FoundForm[], units: ReadonlyMap<number, Unit>): FoundForm[] {
  return forms.map((found, position) => {
    const unit = units.get(position)
    return unit ? { ...found, form: { ...found.form, unit: writtenUnit(unit) } } : found
  })
}

/**
 * What importing would do where the work is a unit's own: a form of a unit that the book does not have is that unit's,
 * called otherwise. `taken` says which forms, by their place in the batch.
 */
export async function planImportHere(
  bookId: string,
  forms: readonly FoundForm[],
  by: Actor,
): Promise<{ plan: ImportPlan; taken: ReadonlyMap<number, Unit> }> {
  const plan = await planImport(bookId, forms)
  const book = await bookById(bookId)
  const own = book && ownUnitOf(await unitsOf(bookId), by, book.identity, await ownStation())
  const taken = new Map(
    own ? plan.items.flatMap(({ newUnit }, position) => (newUnit ? [[position, own] as const] : [])) : [],
  )
  return { plan: taken.size === 0 ? plan : await planImport(bookId, withUnits(forms, taken)), taken }
}
