import { desktop } from '#desktop'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { monthsText, type Round } from '#domain/monitoring/round'
import { nobodyToUrge, reminderLines } from '#domain/reminder'
import { formNames } from '#domain/unit-names'
import type { Unit, YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import { localToday } from '#storage/local-day'
import type { MonitoringRow } from './monitoring-rows.ts'

type Where = { book: YearBook; units: readonly Unit[] }

/** 导出监控表 of many, a folder a unit: to be filled in by units that have no 绩衡, and read again. */
export async function exportMonitoringForms(
  forms: readonly Monitoring[],
  where: Where,
): Promise<string | null> {
  const { monitoringFormWorkbook } = await import('#excel/write-monitoring')
  const { formFiles } = await import('#excel/write-bulk')
  const unitById = new Map(where.units.map((unit) => [unit.id, unit]))
  const wanted = forms.map((form) => {
    const names = formNames(form.unitId, unitById, where.book.year)
    return { unit: names.unit, name: form.name, make: () => monitoringFormWorkbook(form, names) }
  })
  const files = await formFiles(wanted, '绩效目标执行监控表')
  const saved = await desktop.saveFolder(`${where.book.year}年度绩效目标执行监控表`, files)
  return saved && `已导出 ${saved.count} 份监控表，按单位分文件夹存放在${saved.place}。`
}

/** 导出监控表: the official form of one project; the sentence to say, or null where it was cancelled. */
export async function exportMonitoringForm(form: Monitoring, where: Where): Promise<string | null> {
  const { monitoringFormWorkbook } = await import('#excel/write-monitoring')
  const bytes = await monitoringFormWorkbook(form, formNames(form.unitId, where.units, where.book.year))
  const saved = await desktop.saveFile(`${form.name || '项目'}绩效目标执行监控表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

/** 导出催报函: forms that are not reported, by unit, as a letter. */
export async function exportReminder(
  missing: readonly MonitoringRow[],
  round: Round,
  { book, units }: Where,
): Promise<string | null> {
  const { reminderLetter } = await import('#reports/reminder-letter')
  const { open, note } = await leavingOf(book.id, missing)
  const lines = reminderLines(open, units)
  if (lines.length === 0) return nobodyToUrge(note)
  const bytes = await reminderLetter({
    office: book.identity.office,
    year: book.year,
    work: '绩效运行监控',
    what: `“${round.name}”（${monthsText(round.month)}）`,
    dueOn: round.dueOn,
    lines,
    writtenOn: localToday(),
  })
  const saved = await desktop.saveFile(`${round.name}催报函.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
