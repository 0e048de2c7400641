import type { StepTaken } from '#domain/workflow'
import { db } from './database.ts'
import type { Todo, TodoKind } from './todo-held.ts'

type Traced = { trail: readonly StepTaken[] }

/** Where the last word about a document stands. */
const readers: Partial<Record<TodoKind, (ids: string[]) => Promise<(string | undefined)[]>>> = {
  goals: async (ids) => (await db.goals.bulkGet(ids)).map((goal) => goal?.opinion),
  monitorings: async (ids) => (await db.monitorings.bulkGet(ids)).map(lastOpinion),
  selfEvaluations: async (ids) => (await db.selfEvaluations.bulkGet(ids)).map(lastOpinion),
  adjustments: async (ids) => (await db.adjustments.bulkGet(ids)).map(lastOpinion),
  disposals: async (ids) => (await db.disposals.bulkGet(ids)).map(lastOpinion),
}

function lastOpinion(document: Traced | undefined): string | undefined {
  return document?.trail.at(-1)?.opinion
}

/** The few documents that came back, each with what was said of it. */
export function withReasons(todos: readonly Todo[]): Promise<Todo[]> {
  return Promise.all(
    todos.map(async (todo) => {
      const read = todo.state === 'returned' ? readers[todo.kind] : undefined
      if (!read || todo.items.length === 0) return todo
      const opinions = await read(todo.items.map(({ id }) => id))
      return { ...todo, items: todo.items.map((item, at) => ({ ...item, note: opinions[at] ?? '' })) }
    }),
  )
}
