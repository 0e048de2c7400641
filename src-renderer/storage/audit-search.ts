import { isDay } from '#domain/dates'
import { eachEntry } from './audit.ts'
import type { AuditEntry } from './records.ts'

/** An entry as the list shows and searches it; its changes are read when it is opened. */
export type AuditRow = Pick<AuditEntry, 'id' | 'number' | 'at' | 'by' | 'duty' | 'action' | 'summary'> & {
  subjectIds: readonly string[]
  /** Local day, YYYY-MM-DD. */
  day: string
  changes: number
  /** Summary and names of the objects, for the search. */
  text: string
}

/** Enough to find an object by its name; an import names thousands. */
const mostText = 4000

/** All entries of a chain, newest first. */
export async function auditRows(bookId: string): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  await eachEntry(bookId, (entries) => {
    for (const { id, number, at, by, duty, action, summary, subjectIds, changes } of entries) {
      const names = [...new Set(changes.map(({ name }) => name))].join(' ')
      const moment = new Date(at)
      const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
      rows.push({
        ...{ id, number, at, by, action, summary, subjectIds, changes: changes.length },
        ...(duty === undefined ? {} : { duty }),
        day: local.toISOString().slice(0, 10),
        text: `${summary} ${by} ${names}`.slice(0, mostText),
      })
    }
  })
  return rows.reverse()
}

export type AuditFilter = {
  person: string
  action: string
  duty: string
  /** Id of a record. */
  subject: string
  from: string
  to: string
  search: string
}

/** Days are inclusive; every word of the search must be there. */
export function filterAudit(rows: readonly AuditRow[], filter: AuditFilter): AuditRow[] {
  const words = filter.search.split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (filter.person === '' || row.by === filter.person) &&
      (filter.action === '' || row.action === filter.action) &&
      (filter.duty === '' || row.duty === filter.duty) &&
      (filter.subject === '' || row.subjectIds.includes(filter.subject)) &&
      (!isDay(filter.from) || row.day >= filter.from) &&
      (!isDay(filter.to) || row.day <= filter.to) &&
      words.every((word) => row.text.includes(word)),
  )
}
