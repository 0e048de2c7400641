import type { Curve } from '#domain/execution/curve'
import { db } from './database.ts'

/** 用款计划 that somebody drew, by the goal; the others follow the default of their type. */
export async function curvesOf(bookId: string): Promise<Map<string, Curve>> {
  const curves = await db.curves.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  return new Map(curves.map((curve) => [curve.id, curve]))
}

export async function curveOf(goalId: string): Promise<Curve | null> {
  return (await db.curves.get(goalId)) ?? null
}
