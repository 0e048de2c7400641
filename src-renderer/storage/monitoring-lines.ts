import { lineOfMonitoring, type MonitoringLine } from '#domain/monitoring/line'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { rulesOf } from '#domain/year-rules'
import { db } from './database.ts'
import { byIndex } from './line-reading.ts'
import { linesIn } from './lines.ts'

/** Raised with every change of what a line says. */
const shape = 1

/** The forms of all rounds of a book as lists need them, in the order they were opened. */
export const monitoringLinesIn = linesIn<Monitoring, MonitoringLine>({
  table: 'monitorings',
  reading: byIndex(db.monitorings, '[bookId+roundId+id]', ({ bookId, roundId, id }) => [bookId, roundId, id]),
  baseOf: (book) => JSON.stringify([shape, rulesOf(book).monitoring]),
  lineOf: (form, book) => lineOfMonitoring(form, rulesOf(book)),
  orderOf: ({ roundId, id }) => `${roundId} ${id}`,
})

/** The forms of a round as lists need them, in the order they were opened. */
export async function monitoringLines(bookId: string, roundId: string): Promise<MonitoringLine[]> {
  return (await monitoringLinesIn(bookId)).filter((line) => line.roundId === roundId)
}
