import { hasMeasure } from './checks-wording.ts'
import type { Check, Finding, Looked, Subject } from './finding.ts'

const signs = ['=', '≥', '≤', '>', '<']
const grade = /^(优|良|中|差|好|坏|优秀|良好|合格|一般|较好|优良中低差|优良中差|好坏)$/
const datePattern = /\d(年|月|日|号|旬|天|季度)|月底|年底|季度/
const countable = /(率|数|数量|人次|次数|面积|长度|里程|金额|比例|占比|场次|户数)$/
const growing = /增长|增值|增幅|增速|提高|上升|提升|增加|比上年|较上年|同比|倍|完成率|超额/
const saving = /节约|降低|下降|减少|压减|节省|控制率|降幅/
const complaint = /投诉|不满|差评/

function withSign(row: Looked): boolean {
  return signs.includes(row.indicator.operator)
}

function named(row: Looked, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { name: row.label, value: row.target, ...more }
}

/** A check of one row: the findings of all rows for which it holds. */
function each(
  field: string,
  holds: (row: Looked, subject: Subject) => boolean,
  values: (row: Looked) => Readonly<Record<string, string>> = named,
): Check {
  return (subject) =>
    subject.indicators
      .filter((row) => holds(row, subject))
      .map((row) => ({ at: `${row.at}.${field}`, values: values(row) }))
}

function isNumberPossible(row: Looked, { context }: Subject): boolean {
  if (row.value === '' || hasMeasure(row.value, context.rules) || datePattern.test(row.value)) return false
  if (row.indicator.operator === '定性') return row.frame?.name === '数量指标'
  return (
    row.frame?.measured === true ||
    countable.test(row.name) ||
    context.rules.changeWords.some((word) => row.value.includes(word))
  )
}

function isPercent(row: Looked): boolean {
  return /%|百分/.test(row.unit) || /%$/.test(row.value)
}

function unitMismatch({ context, indicators }: Subject): Finding[] {
  return indicators.flatMap((row) => {
    const name = row.name.replace(/[\d.]+/g, '')
    const rule = context.rules.unitRules.find(
      ({ words, except, wrong }) =>
        wrong.includes(row.unit) &&
        words.some((word) => name.endsWith(word) || name.includes(`${word}(`)) &&
        !except.some((word) => row.name.includes(word)),
    )
    if (!rule) return []
    return [{ at: `${row.at}.unit`, values: named(row, { unit: row.unit, right: rule.right }) }]
  })
}

function unitSpelling({ context, indicators }: Subject): Finding[] {
  return indicators.flatMap((row) => {
    const written = row.indicator.unit.trim()
    const spelling = context.rules.unitSpellings.find(({ wrong }) => wrong === written)
    if (!spelling) return []
    return [{ at: `${row.at}.unit`, values: named(row, { unit: written, right: spelling.right }) }]
  })
}

const numberInName = /(≥|≤|>|<|=|不低于|不少于|不超过|达到?)?(\d+(?:\.\d+)?)(%)?/

function nameContradictsValue({ indicators }: Subject): Finding[] {
  return indicators.flatMap((row) => {
    const match = numberInName.exec(row.name)
    if (!match || row.amount === null || (!match[1] && !match[3])) return []
    // A share beside a count (and the reverse) are two things, not a contradiction.
    if ((match[3] === '%') !== isPercent(row) || Number(match[2]) === row.amount) return []
    return [{ at: `${row.at}.value`, values: named(row, { inName: match[0] }) }]
  })
}

/** Findings on sign, value and unit of one indicator. */
export const valueChecks = {
  'number-possible': each('value', isNumberPossible, (row) =>
    named(row, { level: row.frame?.name ?? '可以计量的指标' }),
  ),
  'cost-direction': each(
    'operator',
    (row) => row.isCost && ['≥', '>'].includes(row.indicator.operator) && !saving.test(row.name),
  ),
  'satisfaction-direction': each(
    'operator',
    (row) => row.isSatisfaction && ['≤', '<'].includes(row.indicator.operator) && !complaint.test(row.name),
  ),
  'satisfaction-unit': each(
    'unit',
    (row) => row.isSatisfaction && row.value !== '' && !isPercent(row) && row.unit !== '分',
  ),
  'sign-in-value': each('value', (row) => /[≥≤<>=]/.test(row.value)),
  'unit-in-value': each(
    'value',
    (row) =>
      (withSign(row) || row.unit !== '') &&
      /^[\d.,]+[^\d.,≥≤<>=]{1,6}$/.test(row.value) &&
      !datePattern.test(row.value),
  ),
  'unit-spelling': unitSpelling,
  'unit-mismatch': unitMismatch,
  'percent-above-hundred': each(
    'value',
    (row) => isPercent(row) && row.amount !== null && row.amount > 100 && !growing.test(row.name),
  ),
  'at-least-hundred': each(
    'operator',
    (row) =>
      isPercent(row) &&
      row.amount === 100 &&
      ['≥', '>'].includes(row.indicator.operator) &&
      !growing.test(row.name),
  ),
  'qualitative-with-number': each(
    'value',
    (row) =>
      row.indicator.operator === '定性' &&
      ((/\d/.test(row.value) && !datePattern.test(row.value)) || (row.unit !== '' && row.unit !== '无')),
  ),
  'quantitative-with-grade': each(
    'operator',
    (row) => withSign(row) && grade.test(row.value),
    (row) => named(row, { value: row.indicator.value, operator: row.indicator.operator }),
  ),
  'value-not-number': each(
    'value',
    (row) => withSign(row) && row.value !== '' && !/\d/.test(row.value) && !grade.test(row.value),
    (row) => named(row, { value: row.indicator.value, operator: row.indicator.operator }),
  ),
  'name-contradicts-value': nameContradictsValue,
} as const satisfies Record<string, Check>
