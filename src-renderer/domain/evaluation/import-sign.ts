import { type Indicator, operators } from '../goals/goal.ts'

const spellings: Readonly<Record<string, string>> = {
  '≧': '≥',
  '≦': '≤',
  '═': '=',
  '＝': '=',
  '>=': '≥',
  '<=': '≤',
}

/** 指标性质 as a form writes it; '' for one that none of the signs is. */
export function parseTargetSign(text: string): Indicator['operator'] {
  const sign = spellings[text.trim()] ?? text.trim()
  return operators.find((operator) => operator === sign) ?? ''
}
