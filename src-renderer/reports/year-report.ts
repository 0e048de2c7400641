import { chineseDay, type Day } from '#domain/dates'
import type { ReportChapter } from '#domain/supervision/register'
import { figureRows, firstTable, resultLine, type YearReportFacts } from '#domain/supervision/year-report'
import { body, gap, heading, plain, section, signature, table, textWidth, title } from './official-style.ts'
import { wordFile } from './word-file.ts'

export type YearReportInput = {
  name: string
  chapters: readonly ReportChapter[]
  facts: YearReportFacts
  writtenOn: Day
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 年度预算绩效管理工作报告 as a Word file: the chapters as they were written, the table of figures and of results. */
export async function yearReportDocument(input: YearReportInput): Promise<Uint8Array> {
  const { name, chapters, facts, writtenOn } = input
  // Whom it is reported to stands in the register; the title of the paper does without.
  const heading1 = name.replace(/（报.*）$/, '')
  const results = facts.results.map(resultLine)
  return wordFile({
    title: heading1,
    creator: facts.office,
    sections: [
      section([
        title(heading1),
        ...chapters.flatMap((chapter, index) => [
          heading(`${numerals[index] ?? index + 1}、${chapter.title}`),
          ...body(chapter.text),
        ]),
        ...signature(facts.office, chineseDay(writtenOn), 24),
        plain(`${firstTable(facts)}　预算绩效管理工作情况`, { face: 'heading' }, true),
        gap(6),
        figureTable(facts),
        ...(results.length === 0
          ? []
          : [plain('附表 2　重点评价结果', { face: 'heading' }), gap(6), resultTable(results)]),
      ]),
    ],
  })
}

function figureTable(facts: YearReportFacts) {
  const columns = [
    { name: '工作', width: 46 },
    { name: '应完成（个）', width: 18, align: 'right' },
    { name: '已完成（个）', width: 18, align: 'right' },
    { name: '完成率', width: 18, align: 'right' },
  ] as const
  const rows = figureRows(facts).map(({ name, all, done, share }) => [name, all, done, share])
  return table(columns, rows, textWidth.portrait)
}

function resultTable(rows: readonly string[][]) {
  const columns = [
    { name: '评价对象', width: 42 },
    { name: '单位', width: 32 },
    { name: '得分', width: 14, align: 'right' },
    { name: '等级', width: 12, align: 'center' },
  ] as const
  return table(columns, rows, textWidth.portrait)
}
