import { createGoal } from '#actions/create-goal'
import { saveGoalDraft } from '#actions/save-goal-draft'
import type { Goal } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { stepOf, type Workflow } from '#domain/workflow'
import type { Unit, YearBook } from '#domain/year-book'
import { by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

/** Rows of the duty table that are done; the others are looked at. */
export type DoRow = Exclude<Permission, `see-${string}` | 'read-audit'>

/** An action as its page calls it, ready to be tried by anybody. */
export type Try = (actor: Actor) => Promise<unknown>

/** Makes the world in which an action can be tried. */
export type Prepare = () => Promise<Try>

/** The actions of some rows: with `satisfies`, an action without its row does not compile. */
export type Cases = { readonly [Row in DoRow]?: Prepare }

/** A book of two units with one draft. */
export async function draftWorld(): Promise<{ book: YearBook; units: [Unit, Unit]; goal: Goal }> {
  await freshDatabase()
  const { book, units } = await freshBook()
  const content = soundContent(units[1].id)
  const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
  return { book, units, goal: await saveGoalDraft(id, 1, content, by) }
}

/** The first state from which a step may be taken. */
export function stateBefore<State extends string>(workflow: Workflow<State>, id: Permission): State {
  const state = stepOf(workflow, id)?.from[0]
  if (!state) throw new Error(`no step ${id}`)
  return state
}
