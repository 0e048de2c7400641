import type { Operator } from './goals/goal.ts'
import { pointed } from './plain-number.ts'

export type Target = { operator: Operator; value: string; unit: string }

/** Signs as published forms write them; NFKC alone leaves these apart. Longest first. */
const signs: readonly [RegExp, Operator][] = [
  [/^(≥=|>=|=>|≧|⩾|≥|≽)/, '≥'],
  [/^(≤=|<=|=<|≦|⩽|≤|≼)/, '≤'],
  [/^(==|=|═|＝|﹦)/, '='],
  [/^>/, '>'],
  [/^</, '<'],
  [/^(大于或?等于|不少于|不低于|不小于|至少达?到?|最低|最少)/, '≥'],
  [/^(小于或?等于|不超过|不高于|不大于|不多于|至多|最多|最高)/, '≤'],
  [/^(大于|超过|高于|多于)/, '>'],
  [/^(小于|低于|少于)/, '<'],
  [/^等于/, '='],
]
const suffixes: readonly [RegExp, Operator][] = [
  [/(及|或|\(含\))?以上$/, '≥'],
  [/(及|或|\(含\))?(以下|以内|之内)$/, '≤'],
]
const number = /^(-?\d+(?:\.\d+)?)(.*)$/
const unitShape = /^[\p{L}%‰℃°/·.*㎡㎥²³()]{0,12}$/u
/** Words that turn a number into a date or a sentence: 12月底前, 12月底到位, 2020年全年. */
const dateWords = /[前后底]|全年|到位|完成|达标|优秀|为|按/
const units: Readonly<Record<string, string>> = {
  '(%)': '%',
  '%(百分比)': '%',
  '(‰)': '‰',
}

function signAt(text: string): { operator: Operator; rest: string } | undefined {
  for (const [pattern, operator] of signs) {
    const match = pattern.exec(text)
    if (match) return { operator, rest: text.slice(match[0].length) }
  }
  return undefined
}

/** Width and white space removed, the many signs of comparison made one. For comparing, never for keeping. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/>=|=>|≧|⩾|≽/g, '≥')
    .replace(/<=|=<|≦|⩽|≼/g, '≤')
    .replace(/═/g, '=')
    .replace(/[—–‒―－]/g, '-')
}

/** The sign in a cell of 指标性质 (`≧`, `>=`, `大于等于`, `定性` …); '' where the cell names none. */
export function parseOperator(text: string): Operator {
  const plain = normaliseText(text)
  if (/^定性/.test(plain)) return '定性'
  const sign = signAt(plain)
  return sign && sign.rest.replace(/^\(.*\)$/, '') === '' ? sign.operator : ''
}

function isDate(digits: string, unit: string, hasSign: boolean): boolean {
  if (dateWords.test(unit)) return true
  if (hasSign) return false
  const value = Number(digits)
  return (
    (/^年/.test(unit) && value >= 1900 && value < 2200) || (/^月/.test(unit) && value >= 1 && value <= 12)
  )
}

/**
 * Splits a target such as `≥95%`, `不低于60户/人.月` or `95%以上` into sign, number and unit. Text that holds more
 * than one number, a date, a sentence or no number is left whole: operator '' and the text as value.
 */
export function parseTarget(text: string): Target {
  const whole: Target = { operator: '', value: text.trim(), unit: '' }
  const plain = pointed(normaliseText(text))
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/[。;]$/, '')
  if (plain.length > 40) return whole
  const sign = signAt(plain)
  let operator: Operator = sign?.operator ?? ''
  let rest = sign?.rest ?? plain
  if (operator === '') {
    for (const [pattern, suffix] of suffixes) {
      if (!/^\d/.test(rest) || !pattern.test(rest)) continue
      operator = suffix
      rest = rest.replace(pattern, '')
    }
  }
  const match = number.exec(rest)
  if (!match) return whole
  const [, digits = '', tail = ''] = match
  const unit = units[tail] ?? tail
  if (/\d/.test(tail) || !unitShape.test(unit) || isDate(digits, unit, operator !== '')) return whole
  return { operator, value: digits, unit }
}
