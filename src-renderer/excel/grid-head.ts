import { plain, type SheetText, textAt } from './cells.ts'

/** What a column of an indicator grid holds. */
export type Role =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'operator'
  | 'value'
  | 'unit'
  | 'weight'
  | 'actual'
  | 'score'
  | 'forecast'
  | 'note'
  | 'project'
  | 'department'
  | 'budget'
  | 'goal'

/** Where an indicator grid begins: its head rows and which column holds what. */
export type GridHead = {
  row: number
  depth: number
  columns: Partial<Record<Role, number>>
  second: Partial<Record<Role, number>>
}

const patterns: readonly [Role, RegExp][] = [
  [
    'note',
    /^(备注|说明|偏差|未完成原因|产生差异|原因|评分标准|评价标准|评扣分标准|指标解释|指标说明|指标方向|改进措施|佐证)/,
  ],
  ['level1', /^(一级指标|指标类型|一级目录|一级)$/],
  ['level2', /^(二级指标|二级)$/],
  ['level3', /^(三级指标|三级|四级指标|指标内容|指标名称|绩效指标名称|具体指标|考核指标)$/],
  ['forecast', /^(全年预计|预计全年|全年预期完成)/],
  ['operator', /^(指标性质|计算符号|运算符号|指标符号|符号)$/],
  ['unit', /^(度量单位|计量单位|单位)$/],
  ['weight', /^(指标)?(权重|分值|权数|分值权重|权重\(%\)|标准分|满分)(\(.*\))?$/],
  ['score', /^(自评|评价|单项|折算|考评|实际)?(得分|自评分|评分|复核分)(\(.*\))?$/],
  [
    'actual',
    /^(\d+-\d+月|半年度|全年|年度|实际|当前|目前|截至.*)*(指标)?(实际)?(完成值|完成情况|执行数|执行情况|完成指标值|实现值|完成指标情况)(\(.*\))?$/,
  ],
  [
    'value',
    /^\*?(年度|预期|绩效|项目|目标|年初|计划|\(?全年\)?|年度\(\/项目\))*(指标值|目标值|指标目标值|预期值|计划值|绩效目标值|年度目标值)(\(.*\))?$/,
  ],
  ['project', /^项目名称$/],
  ['department', /^(单位名称|部门名称|预算单位|主管部门)$/],
  ['budget', /^(预算数|项目预算|预算金额|资金总额|年度资金总额)(\(.*\))?$/],
  ['goal', /^(年度目标|年度绩效目标|绩效目标|总体目标|年度总体目标)$/],
]

/** The role that a head cell names; undefined for anything else. */
export function roleOf(text: string): Role | undefined {
  const label = plain(text)
  if (label === '' || label.length > 24) return undefined
  return patterns.find(([, pattern]) => pattern.test(label))?.[0]
}

function rolesInRow(sheet: SheetText, row: number): [number, Role][] {
  const found: [number, Role][] = []
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    if (cell.left !== column) continue
    const role = roleOf(textAt(sheet, row, column))
    if (role) found.push([column, role])
  }
  return found
}

/** Reads row `row` as the head of an indicator grid, with a second head row beneath where there is one. */
export function headAt(sheet: SheetText, row: number): GridHead | undefined {
  const roles = rolesInRow(sheet, row).filter(([column]) => sheet.rows[row]?.[column]?.top === row)
  const has = (role: Role) => roles.some(([, each]) => each === role)
  const named = has('level3') || (has('level1') && has('level2')) || (has('level1') && has('value'))
  if (!named || !(has('value') || has('weight') || has('actual') || has('score'))) return undefined

  const under = rolesInRow(sheet, row + 1).filter(
    ([column]) => sheet.rows[row + 1]?.[column]?.top === row + 1,
  )
  const depth =
    under.some(([, role]) => role === 'operator' || role === 'value' || role === 'unit') ||
    underSpan(sheet, row)
      ? 2
      : 1
  const head: GridHead = { row, depth, columns: {}, second: {} }
  const split =
    depth === 2 ? under.filter(([, role]) => role === 'operator' || role === 'value' || role === 'unit') : []
  const splitColumns = new Set(split.map(([column]) => column))
  for (const [column, role] of [...roles.filter(([each]) => !splitColumns.has(each)), ...split]) {
    if (head.columns[role] === undefined) head.columns[role] = column
    else if (head.second[role] === undefined) head.second[role] = column
  }
  return head
}

/** A head that spans columns over named parts (偏差原因分析 over 经费保障 …) has a second row. */
function underSpan(sheet: SheetText, row: number): boolean {
  return (sheet.rows[row] ?? []).some(
    (cell, column) =>
      cell.top === row && cell.bottom === row + 1 && cell.left === column && roleOf(cell.text) !== undefined,
  )
}
