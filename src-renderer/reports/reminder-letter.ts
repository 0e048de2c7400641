import { chineseDay, type Day, daysLeft } from '#domain/dates'
import type { ReminderLine } from '#domain/reminder'
import { body, plain, section, signature, table, textWidth, title } from './official-style.ts'
import { wordFile } from './word-file.ts'

export type ReminderData = {
  office: string
  year: number
  /** The work that is due, as the letter names it: 绩效运行监控; and what of it, by its own name. */
  work: string
  what: string
  dueOn: Day
  lines: readonly ReminderLine[]
  writtenOn: Day
}

/** Who is written to: each department once, in the order of the list. */
export function addressees(lines: ReminderData['lines']): string {
  return [...new Set(lines.map(({ department }) => department))].join('、')
}

/** The body of the letter: before the day it reminds, after it urges. */
export function reminderText(data: Omit<ReminderData, 'office'>): string {
  const { year, work, what, dueOn, lines, writtenOn } = data
  const count = lines.reduce((sum, { names }) => sum + names.length, 0)
  const left = daysLeft(dueOn, writtenOn)
  const deadline =
    left >= 0
      ? `报送截止日期为${chineseDay(dueOn)}，距今还有 ${left} 天`
      : `报送截止日期为${chineseDay(dueOn)}，已超过 ${-left} 天`
  const request =
    left >= 0 ? '请各单位抓紧填报，按期报送' : '请各单位收到本函后立即填报，逾期情况纳入预算绩效管理工作考核'
  return `按照${year}年度${work}工作安排，${what}${deadline}。截至${chineseDay(writtenOn)}，还有 ${lines.length} 个单位的 ${count} 个项目没有报送（清单附后）。${request}；确不需要报送的，请书面说明原因。`
}

/** 催报函 as a Word file: one paragraph and the list of what has not been reported. */
export async function reminderLetter(data: ReminderData): Promise<Uint8Array> {
  const rows = data.lines.flatMap(({ unit, names }) => names.map((name) => ({ unit, name })))
  const list = table(
    [
      { name: '序号', width: 10, align: 'center' },
      { name: '单位', width: 36 },
      { name: '未报送的项目', width: 54 },
    ],
    rows.map(({ unit, name }, index) => [`${index + 1}`, unit, name]),
    textWidth.portrait,
  )
  return wordFile({
    sections: [
      section([
        title(`关于催报${data.year}年度${data.work}情况的函`),
        plain(`${addressees(data.lines)}：`),
        ...body(reminderText(data)),
        ...body('附件：未报送项目清单'),
        ...signature(data.office, chineseDay(data.writtenOn), 40),
        plain('附件', { face: 'heading' }, true),
        title('未报送项目清单'),
        list,
      ]),
    ],
  })
}
