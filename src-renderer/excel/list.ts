import type { FormKind, ReadForm } from '#domain/goals/read-form'
import { parseMoney } from '#domain/money'
import { address, plain, type SheetText, textAt } from './cells.ts'
import { moneyUnit } from './funds.ts'
import type { GridHead } from './grid-head.ts'
import type { GridRows } from './grid-rows.ts'

/** A list of goals of many projects (部门预算项目绩效目标申报表): one form for each run of rows with one project. */
export function readList(
  sheet: SheetText,
  head: GridHead,
  grid: GridRows,
  about: { kind: FormKind; year: string | null },
): ReadForm[] {
  const money = moneyUnit(sheet, 0, head.row)
  const indicators = new Map(grid.main.map((each) => [each.cell, each]))
  const nameColumn = head.columns.level3 ?? head.columns.level2 ?? head.columns.level1 ?? 0
  const forms = new Map<string, ReadForm>()
  let project = ''
  let department = ''
  let unit = ''
  let row = head.row + head.depth
  const at = (column: number | undefined) => (column === undefined ? '' : textAt(sheet, row, column))
  for (; row < grid.end; row++) {
    department = at(head.columns.department) || department
    unit = at(head.columns.institution) || unit
    project = at(head.columns.project) || project
    const indicator = indicators.get(address(row, nameColumn))
    if (!indicator || !project) continue
    const key = [department, unit, project].map(plain).join(' ')
    const amount = parseMoney(at(head.columns.budget), money)
    const form = forms.get(key) ?? {
      sheet: sheet.name,
      ...about,
      department: department || unit || null,
      unit: unit || department || null,
      project,
      code: null,
      funds:
        amount === null
          ? []
          : [
              {
                label: '预算数',
                amount,
                cell: address(row, head.columns.budget ?? 0),
              },
            ],
      total: amount,
      goals: {
        annual: [at(head.columns.goal)].filter((text) => text !== ''),
        longTerm: '',
      },
      fields: {},
      tasks: [],
      indicators: [],
      longTermIndicators: [],
      faults: [],
      range: address(row, 0),
    }
    form.indicators.push(indicator)
    forms.set(key, form)
  }
  return [...forms.values()]
}
