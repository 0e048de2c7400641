import { isDay } from '../dates.ts'
import type { Problem } from '../problem.ts'
import { proposedVerdict, type SpotCheck } from './spot-check.ts'

const clause = '巴财〔2020〕38号 三（二）2'

/** What a record lacks before it is finished. `at` is a field, or `lines.<id>.<column>`. */
export function checkSpotCheck(check: SpotCheck): Problem[] {
  const problems: Problem[] = []
  const add = (severity: Problem['severity'], at: string, message: string) =>
    problems.push({ code: `spot-${at.split('.')[0]}`, severity, at, message, clause, suggestion: '' })
  if (!isDay(check.checkedOn)) add('error', 'checkedOn', '请填写核查日期，如 2026-08-20。')
  if (check.place.trim() === '') add('error', 'place', '请填写核查地点。')
  const checkers = check.checkers.split(/[、,，;；\s]+/).filter((name) => name !== '')
  if (checkers.length === 0) add('error', 'checkers', '请填写核查人员。')
  if (checkers.length === 1) add('warning', 'checkers', '现场核查一般不少于 2 人。')
  const checked = check.lines.filter(({ found, verdict }) => found.trim() !== '' || verdict !== '')
  if (checked.length === 0) add('error', 'lines', '还没有核查任何事项。')
  for (const { id, subject, found, verdict, text, evidence } of checked) {
    const name = subject.trim() === '' ? '未写名称的事项' : `“${subject}”`
    if (subject.trim() === '') add('error', `lines.${id}.subject`, '有核查事项没有写名称。')
    if (found.trim() === '') add('error', `lines.${id}.found`, `${name}没有填写核实情况。`)
    if (verdict === '') add('error', `lines.${id}.verdict`, `${name}没有选择结论。`)
    if (verdict !== 'true' && verdict !== '' && text.trim() === '')
      add('error', `lines.${id}.text`, `${name}与填报不一致，请写明情况。`)
    if (verdict === 'false' && evidence.length === 0)
      add('warning', `lines.${id}.evidence`, `${name}不实，没有附佐证材料。`)
  }
  if (check.verdict === '') add('error', 'verdict', '请选择核查结论。')
  const worst = proposedVerdict(check.lines)
  if (check.verdict !== '' && worst !== '' && check.verdict !== worst)
    add('warning', 'verdict', '结论与各事项中最差的不同，请在核查情况中说明。')
  if (check.verdict === 'false' && check.suggestion.trim() === '')
    add('error', 'suggestion', '结论为“不实”，请写明处理建议。')
  return problems
}

/** Whether nothing keeps the record from being finished. */
export function isCheckComplete(check: SpotCheck): boolean {
  return checkSpotCheck(check).every(({ severity }) => severity !== 'error')
}
