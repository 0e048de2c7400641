import { desktop } from '#desktop'
import type { Disposal } from '#domain/disposals/disposal'
import { type Letter, letterName, lettersOf } from '#domain/disposals/letters'
import type { Section, Unit, YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { leavingOf } from '#storage/leaving'

export type LetterGround = {
  book: YearBook
  rules: YearRules
  units: readonly Unit[]
  sections: readonly Section[]
}

/** 导出文书: the letters of disposals as one Word file; the sentence to say, or null where it was cancelled. */
export function exportLetters(disposals: readonly Disposal[], ground: LetterGround): Promise<string | null> {
  return exportLetterFile(lettersOf(disposals, ground.rules.monitoring.disposal), ground)
}

/** One or several letters as one Word file. */
export async function exportLetterFile(
  all: readonly Letter[],
  { book, rules, units, sections }: LetterGround,
): Promise<string | null> {
  const { open, note } = await leavingOf(book.id, all)
  const letters = open.filter(({ disposals }) => disposals.length > 0)
  if (letters.length === 0) return note
  const { disposalLetters } = await import('#reports/disposal-letter')
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const data = letters.map((letter) => {
    const unit = unitById.get(letter.unitId)
    return {
      letter,
      unit: unit?.name ?? '',
      department: unitById.get(unit?.parentId ?? '')?.name ?? '',
      unitSection: sectionById.get(unit?.sectionId ?? '') ?? '归口股室',
    }
  })
  const { office, section } = book.identity
  const year = book.year
  const bytes = await disposalLetters(data, { office, section, year, rules: rules.monitoring.disposal })
  const [first] = data
  const name =
    data.length === 1 && first
      ? `${first.unit}${letterName(first.letter)}.docx`
      : `${year}年绩效监控处置文书（${data.length} 份）.docx`
  const saved = await desktop.saveFile(name, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
