import { desktop } from '#desktop'
import { secretsOf, secretWordsIn } from '#domain/exchange/secrets'
import type { RegisterEntry } from '#domain/supervision/register'
import type { YearBook } from '#domain/year-book'
import { goalsOf } from '#storage/goals'

/** 导出台账: the entries as a workbook, without those in which something 涉密 stands; the sentence to say, null where cancelled. */
export async function exportRegister(
  entries: readonly RegisterEntry[],
  { book, today }: { book: YearBook; today: string },
): Promise<string | null> {
  const { registerWorkbook } = await import('#excel/write-supervision')
  const goals = await goalsOf(book.id)
  const secrets = secretsOf(goals)
  const open = entries.filter((entry) => secretWordsIn(JSON.stringify(entry), secrets).length === 0)
  const leftOut = entries.length - open.length
  if (open.length === 0) return '所选登记都涉及涉密项目，没有导出。'
  const nameById = new Map(goals.map(({ id, name }) => [id, name]))
  const bytes = await registerWorkbook({
    ...{ office: book.identity.office, year: book.year, today, entries: open, leftOut },
    goalName: (goalId) => nameById.get(goalId) ?? '',
  })
  const saved = await desktop.saveFile(`${book.year}年督导登记台账.xlsx`, bytes)
  const omitted = leftOut === 0 ? '' : `涉密的 ${leftOut} 条没有导出。`
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${omitted}`
}
