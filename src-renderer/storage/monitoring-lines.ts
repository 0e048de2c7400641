import { lineOfMonitoring, type MonitoringLine } from '#domain/monitoring/line'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { linesIn } from './lines.ts'
import { roundsOf } from './monitorings.ts'

/** Raised with every change of what a line says. */
const shape = 1

const allLines = linesIn<Monitoring, MonitoringLine>({
  table: 'monitorings',
  index: '[bookId+roundId+id]',
  keyOf: ({ bookId, roundId, id }) => [bookId, roundId, id],
  baseOf: (book) => JSON.stringify([shape, rulesOf(book).monitoring]),
  lineOf: (form, book) => lineOfMonitoring(form, rulesOf(book)),
})

/** The forms of a round as lists need them, in the order they were opened. */
export async function monitoringLines(book: YearBook, roundId: string): Promise<MonitoringLine[]> {
  return (await allLines(book)).filter((line) => line.roundId === roundId)
}

/** The forms of the rounds that are still open: what waits for somebody. */
export async function openMonitoringLines(book: YearBook): Promise<MonitoringLine[]> {
  const open = new Set((await roundsOf(book.id)).flatMap(({ id, state }) => (state === 'open' ? id : [])))
  if (open.size === 0) return []
  return (await allLines(book)).filter(({ roundId }) => open.has(roundId))
}
