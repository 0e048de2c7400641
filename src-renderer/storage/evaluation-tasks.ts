import type { EvaluationTask, KeptSheet, KeptSystem } from '#domain/evaluation/task'
import { db } from './database.ts'

/** All tasks of a book, in the order they were opened. */
export function evaluationTasksOf(bookId: string): Promise<EvaluationTask[]> {
  return db.evaluationTasks.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function evaluationTaskCount(bookId: string): Promise<number> {
  return (await evaluationTasksOf(bookId)).length
}

export async function evaluationTaskById(id: string): Promise<EvaluationTask | null> {
  return (await db.evaluationTasks.get(id)) ?? null
}

export function evaluationTasksOfGoal(goalId: string): Promise<EvaluationTask[]> {
  return db.evaluationTasks.where('goalId').equals(goalId).toArray()
}

/** The sheets of a task, of both rounds, in the order they were opened. */
export function sheetsOf(bookId: string, taskId: string): Promise<KeptSheet[]> {
  return db.scoreSheets.where('[bookId+taskId+id]').between([bookId, taskId], [bookId, taskId, []]).toArray()
}

/** The sheets of all tasks of a book. */
export function sheetsOfBook(bookId: string): Promise<KeptSheet[]> {
  return db.scoreSheets.where('[bookId+taskId+id]').between([bookId], [bookId, []]).toArray()
}

export async function sheetById(id: string): Promise<KeptSheet | null> {
  return (await db.scoreSheets.get(id)) ?? null
}

/** The systems of a book, in the order they were made; the shipped templates are in none. */
export function indicatorSystemsOf(bookId: string): Promise<KeptSystem[]> {
  return db.indicatorSystems.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function indicatorSystemById(id: string): Promise<KeptSystem | null> {
  return (await db.indicatorSystems.get(id)) ?? null
}
