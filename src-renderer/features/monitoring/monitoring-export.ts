import { desktop } from '#desktop'
import { remindersOf } from '#domain/monitoring/figures'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { Unit, YearBook } from '#domain/year-book'
import { localDay } from '#storage/local-day'

/** 导出监控表: the official form of one project; the sentence to say, or null where it was cancelled. */
export async function exportMonitoringForm(
  form: Monitoring,
  { book, units }: { book: YearBook; units: readonly Unit[] },
): Promise<string | null> {
  const { monitoringFormWorkbook } = await import('#excel/write-monitoring')
  const unit = units.find(({ id }) => id === form.unitId)
  const department = units.find(({ id }) => id === unit?.parentId) ?? unit
  const bytes = await monitoringFormWorkbook(form, {
    year: book.year,
    unit: unit?.name ?? '',
    department: department?.name ?? '',
    departmentCode: department?.code ?? '',
  })
  const saved = await desktop.saveFile(`${form.name || '项目'}绩效目标执行监控表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

/** 导出催报函: who has not reported, by unit, as a letter. */
export async function exportReminder(
  forms: Parameters<typeof remindersOf>[0],
  round: Round,
  { book, units }: { book: YearBook; units: readonly Unit[] },
): Promise<string | null> {
  const { reminderLetter } = await import('#reports/reminder-letter')
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const lines = remindersOf(forms).map(({ unitId, names }) => {
    const unit = unitById.get(unitId)
    const department = unitById.get(unit?.parentId ?? '') ?? unit
    return { department: department?.name ?? '', unit: unit?.name ?? '', names }
  })
  const bytes = await reminderLetter({
    office: book.identity.office,
    year: book.year,
    round,
    lines,
    writtenOn: localDay(new Date().toISOString()),
  })
  const saved = await desktop.saveFile(`${round.name}催报函.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}
