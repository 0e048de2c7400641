import { desktop } from '#desktop'
import { credibilityNames } from '#domain/credibility/rules'
import { scoreText } from '#domain/evaluation/points'
import type { Unit, YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import type { CredibilityRow } from './credibility-rows.ts'
import { doubtWords } from './DoubtMark.tsx'
import { placeName } from './places.ts'

/** 导出疑点清单: every doubt of the rows; the sentence to say, or null where it was cancelled. */
export async function exportDoubts(
  rows: readonly CredibilityRow[],
  { book, units }: { book: YearBook; units: readonly Unit[] },
): Promise<string | null> {
  const { credibilityWorkbook } = await import('#excel/write-credibility')
  const unitById = new Map(units.map((unit) => [unit.id, unit.name]))
  const { open, note } = await leavingOf(book.id, rows)
  const lines = open.flatMap((row) =>
    row.findings.map((finding) => ({
      ...{ rank: row.rank, unitName: unitById.get(row.unitId) ?? '', name: row.name },
      ...{ total: scoreText(row.total), rate: row.rateText, level: doubtWords[row.level] },
      ...{ doubt: credibilityNames[finding.code], place: placeName(finding.at, row.form) },
      ...{ message: finding.message, suggestion: finding.suggestion, explanation: row.form.explanation },
    })),
  )
  const bytes = await credibilityWorkbook(lines, { year: book.year, office: book.identity.office })
  const saved = await desktop.saveFile(`${book.year}年度绩效自评疑点清单.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
