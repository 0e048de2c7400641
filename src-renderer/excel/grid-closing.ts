import { plain, type SheetText, textAt } from './cells.ts'
import { type GridHead, headAt } from './grid-head.ts'
import { headWord } from './head-words.ts'

const sum =
  /^(合计|总分|总计|总得分|自评总分|总评分|(分值|权重|得分|指标|自评|综合)*(合计|总计|总分)|综合得分|总得分|评价总分)([(（:：].*)?$|^(合计|总分|总计)/
const soleSum = /^(合计|总分|总计|小计|总得分)(\(.*\))?[:：]?$/
const partSum = /小计(\(.*\))?$|^小计/
const closing =
  /^(备注[:：]?|说明[:：]?|注[:：]|填报人|填表人|制表人|经办人|复核人|审核人|项目负责|财务负责|单位负责|部门负责|分管领导|评价结论|自评结论|绩效自评结论|评价等级|自评等级|绩效等级|存在的?(主要)?问题|主要问题|改进措施|下一步|有关建议|工作建议|主要经验|其他需?要?说明|其他说明|联系电话|联系人|填报日期|填表日期|填报时间|填报说明|填表说明|填写说明|审核意见|.{0,6}(主管部门|财政部门|单位|股室|科室)(审核)?意见|偏差或不能完成|偏差原因分析|(资金|预算)(支出|执行)?偏差|预计年底不能|总体情况|未完成原因分析|相关建议)/
const closingText = /^(备注|说明|注)[:：\d]/
/** The money row of the form that some put into the grid: it is counted with the funds, not as an indicator. */
const moneyRow =
  /^(部门|项目|年度)?(整体)?(预算|资金)?(支出)?(预算)?执行(率|情况)?(指标)?(\(.*\))?$|^年度(资金|预算)(总额|执行)/

function ownTexts(sheet: SheetText, row: number): string[] {
  return (sheet.rows[row] ?? [])
    .map((cell, column) => (cell.left === column && cell.top === row ? cell.text : ''))
    .filter((text) => text !== '')
}

/** An indicator whose name begins like a sum (合计发放人数): it stands in the name column and has a target. */
function isNamed(sheet: SheetText, row: number, head: GridHead, label: string): boolean {
  const { level3, value } = head.columns
  if (level3 === undefined || value === undefined || soleSum.test(label)) return false
  const before = (sheet.rows[row] ?? []).slice(0, level3)
  const cell = sheet.rows[row]?.[level3]
  const isFirst = before.length > 0 && before.every((each) => each.text === '')
  return isFirst && cell?.top === row && cell.text !== '' && textAt(sheet, row, value) !== ''
}

/** After a sum, the grid goes on only with a row that names its level, its indicator and a figure. */
function goesOn(sheet: SheetText, row: number, head: GridHead): boolean {
  const { level1, level2, level3, value, weight } = head.columns
  const at = (column: number | undefined) => (column === undefined ? '' : textAt(sheet, row, column))
  const level = plain(at(level1) || at(level2))
  if (level === '' || level.length > 16 || closing.test(level) || sum.test(level)) return false
  if (headAt(sheet, row) !== undefined || at(level3) === '' || at(level3) === at(level1)) return false
  return at(value) !== '' && (weight === undefined || at(weight) !== '')
}

export type RowKind = 'indicator' | 'passed' | 'end'

/** Whether a row belongs to the grid, is passed over (sums within it, the money row), or ends it. */
export function kindOfRow(sheet: SheetText, row: number, head: GridHead): RowKind {
  const texts = ownTexts(sheet, row)
  const first = texts[0]
  if (first === undefined) return 'indicator'
  const label = plain(first)
  if (isNamed(sheet, row, head, label)) return 'indicator'
  const isSum = sum.test(label) && (label.length < 14 || texts.length <= 2)
  if (partSum.test(label) && label.length < 14) return 'passed'
  if (isSum) return goesOn(sheet, row + 1, head) ? 'passed' : 'end'
  if (isMoneyRow(sheet, row, head)) return 'passed'
  if (isColumnNumbers(texts)) return 'passed'
  if (closing.test(label) && !isWeighed(sheet, row, head) && mayClose(label, texts)) return 'end'
  if (closingText.test(label) && texts.length === 1) return 'end'
  if (/^(\*?)(项目|政策|专项)名称[:：]?/.test(label)) return 'end'
  if (texts.length <= 2 && /(申报表|目标表|自评表|监控表|评价表|评分表)(\(.*\))?$/.test(label)) return 'end'
  return headAt(sheet, row) === undefined ? 'indicator' : 'end'
}

/** Points in the weight column beside a target: an indicator, whatever its name begins with (项目负责人参训率). */
function isWeighed(sheet: SheetText, row: number, head: GridHead): boolean {
  const { value, weight } = head.columns
  if (value === undefined || weight === undefined || textAt(sheet, row, value) === '') return false
  return /^\d+(\.\d+)?(分|%)?$/.test(plain(textAt(sheet, row, weight)))
}

function mayClose(label: string, texts: readonly string[]): boolean {
  const role = headWord(label)?.role
  const isHead = role !== undefined && role !== 'note' && role !== 'institution' && role !== 'generic'
  if (isHead && texts.length > 2) return false
  return role === 'note' ? texts.length <= 2 : label.length < 14 || texts.length <= 2
}

function isMoneyRow(sheet: SheetText, row: number, head: GridHead): boolean {
  const { level1, level2, level3 } = head.columns
  const at = (column: number | undefined) => (column === undefined ? '' : plain(textAt(sheet, row, column)))
  const name = level3 === undefined ? at(level2) : at(level3)
  const above = level1 === undefined ? at(level2) : at(level1)
  if (!moneyRow.test(above)) return false
  return name === '' || above === name || /执行|资金|^[-—/]*$/.test(name)
}

/** A row beneath the head that only counts the columns: 1 2 3 …, A B C …. */
function isColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 4) return false
  const all = texts.map((text) => plain(text).replace(/[()]/g, ''))
  const marks = /^(栏次|栏目|列次|行次)$/.test(all[0] ?? '') ? all.slice(1) : all
  const isCounted = (base: number) => marks.every((mark, index) => Number(mark) === base + index)
  return (
    isCounted(1) || isCounted(0) || marks.every((mark, index) => mark === String.fromCharCode(65 + index))
  )
}
