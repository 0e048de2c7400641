import { expect, it } from 'vitest'
import { boardOf } from '../../src-renderer/domain/dashboard/board.ts'
import { indexBoard } from '../../src-renderer/domain/dashboard/board-index.ts'
import { projectLines } from '../../src-renderer/domain/dashboard/project-lines.ts'
import { dashboardWorkbook } from '../../src-renderer/excel/write-dashboard.ts'
import { everything, facts, form, goal, lights, paid } from '../domain/dashboard/sample.ts'
import { loaded } from './loaded.ts'

it('writes the board with the projects behind it, a sheet each', async () => {
  const index = indexBoard(
    facts({
      goals: [goal(), goal({ id: 'g2', name: '=食堂改造', unitId: 'u3' })],
      rows: [paid({ paid: 123_456_789 }), paid({ goalId: 'g2', paid: 1 })],
      forms: [form({ goalId: 'g2', lights: lights({ gap: 'red' }) })],
    }),
  )
  const board = boardOf(index, {
    filter: everything,
    ranking: 'unit',
    today: '2026-11-20',
    limits: { warnings: 100, heat: 10 },
  })
  const bytes = await dashboardWorkbook(board, projectLines(index, everything), {
    office: '南江县财政局',
    unitNames: new Map(index.units.map(({ id, name }) => [id, name])),
    sectionNames: new Map(index.sections.map(({ id, name }) => [id, name])),
  })
  const book = await loaded(bytes)
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '总体情况',
    '各月支出',
    '单位亮灯',
    '环节亮灯',
    '支出进度排名',
    '项目进度',
    '预警项目',
    '预计年底结余',
    '项目明细',
  ])
  const cells = (name: string) => {
    const found: unknown[] = []
    book.getWorksheet(name)?.eachRow((row) => row.eachCell((cell) => found.push(cell.value)))
    return found
  }
  expect(cells('总体情况')).toContain(123.45679)
  const formats = new Set<string>()
  book.getWorksheet('总体情况')?.eachRow((row) => row.eachCell(({ numFmt }) => formats.add(numFmt)))
  expect([...formats].filter((format) => format.includes('#'))).toEqual(['#,##0.00_ '])
  expect(cells('总体情况').join('\n')).toContain('数据到 6 月，2026-11-20 汇总')
  // The unit of money stands where there is money alone, and what does not fit beside the office goes on in a second line.
  expect(cells('总体情况').join('\n')).toContain('金额单位：万元')
  expect(cells('环节亮灯').join('\n')).not.toContain('金额单位')
  expect(book.getWorksheet('总体情况')?.getRow(2).height).toBeGreaterThan(
    book.getWorksheet('各月支出')?.getRow(2).height ?? 0,
  )
  expect(cells('项目明细')).toContain('=食堂改造')
  expect(cells('预警项目').join('\n')).toContain('低于预警线')
})
