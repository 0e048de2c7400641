import { lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import {
  type ReportedForm,
  type ReportFacts,
  type ReportFigures,
  reportFigures,
} from '#domain/monitoring/report-figures'
import type { RoundReport } from '#domain/monitoring/round-report'
import type { Section, Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { adjustmentsIn } from './adjustments.ts'
import { sectionsOf, unitsOf } from './base-data.ts'
import { db } from './database.ts'
import { disposalsOf } from './disposals.ts'
import { monitoringsOf, roundById } from './monitorings.ts'

/** The reports of a book, in the order they were begun. */
export function roundReportsOf(bookId: string): Promise<RoundReport[]> {
  return db.roundReports.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function roundReportById(id: string): Promise<RoundReport | null> {
  return (await db.roundReports.get(id)) ?? null
}

/** What a round's report is made of, as the data stand; null where the round is gone. */
export async function reportFacts(book: YearBook, roundId: string): Promise<ReportFacts | null> {
  const round = await roundById(roundId)
  if (!round) return null
  const [forms, units, sections, disposals, adjustments] = await Promise.all([
    monitoringsOf(book.id, roundId),
    unitsOf(book.id),
    sectionsOf(book.id),
    disposalsOf(book.id),
    adjustmentsIn(book.id),
  ])
  const { monitoring } = rulesOf(book)
  const places = {
    units: new Map(units.map((unit) => [unit.id, unit])),
    sections: new Map(sections.map((section) => [section.id, section])),
  }
  const lightsOf = (form: Monitoring) =>
    form.frozen ?? lightsOfMonitoring(form, referenceOf(form), monitoring)
  return {
    round,
    forms: forms.map((form) => placed(form, lightsOf(form), places)),
    disposals,
    adjustments,
    unitNames: new Map(units.map(({ id, name }) => [id, name])),
    rules: monitoring,
  }
}

function placed(
  form: Monitoring,
  lights: ReportedForm['lights'],
  places: { units: ReadonlyMap<string, Unit>; sections: ReadonlyMap<string, Section> },
): ReportedForm {
  const unit = places.units.get(form.unitId)
  const section = places.sections.get(unit?.sectionId ?? '')
  return {
    form,
    lights,
    unitName: unit?.name ?? '',
    sectionId: section?.id ?? '',
    sectionName: section?.name ?? '未归口',
  }
}

/** The figures of a report: those it was finished with, else as the data stand. */
export async function figuresOfReport(book: YearBook, report: RoundReport): Promise<ReportFigures | null> {
  if (report.figures) return report.figures
  const facts = await reportFacts(book, report.roundId)
  return facts && reportFigures(facts)
}
