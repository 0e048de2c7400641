import { type Day, parseDay } from '../dates.ts'

export type Period = { startsOn: Day; endsOn: Day }

/** Anything longer is a story, not a period. */
const longest = 40

/** The end of a period; a month without a year is one of the year in which the period starts (`2022年1月—12月`). */
function endOf(right: string, left: string): Day {
  const direct = parseDay(right, 'last')
  if (direct) return direct
  const year = /^\d{4}/.exec(left)?.[0]
  const month = /^(\d{1,2})月?(?:底|末)?$/.exec(right)?.[1]
  if (year && month && /^\d{4}[年./-]\d/.test(left)) return parseDay(`${year}年${month}月`, 'last')
  return year && /^\d{1,2}[月./-]\d{1,2}日?$/.test(right)
    ? parseDay(`${year}年${right.replace(/[./-]/, '月')}`)
    : ''
}

/**
 * Reads 项目起止时间: `2023.07-2024.01`, `2022年1月—12月`, `2024-01-01至2026-12-31`, `2023-2025年`, `2026年`, a single
 * day as a start. Empty where it is not one period; a year of the form fills `1-12月`.
 */
export function readPeriod(text: string, year = ''): Period {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/^(自|从)/, '')
    .replace(/(止|起)$/, '')
    .replace(/月(份|底|末)/g, '月')
  if (plain.length > longest) return { startsOn: '', endsOn: '' }
  if (/^\d{4}([-/.])\d{1,2}(\1\d{1,2})?$|^\d{8}$|^\d{4}年(度)?(\d{1,2}月(\d{1,2}日)?)?$/.test(plain)) {
    const single = plain.replace('年度', '年')
    const isWholeDay = /\d{8}|日$|[-/.]\d{1,2}[-/.]/.test(single)
    return { startsOn: parseDay(single), endsOn: isWholeDay ? '' : parseDay(single, 'last') }
  }
  for (const match of plain.matchAll(/起?至|到|—+|–+|~+|-+|―/g)) {
    const left = plain.slice(0, match.index)
    const right = plain.slice(match.index + match[0].length)
    const from = /^\d{1,2}月?$/.test(left) && year ? `${year}年${left.replace('月', '')}月` : left
    const startsOn = parseDay(from, 'first')
    const endsOn = endOf(right, from)
    if (startsOn && endsOn) return { startsOn, endsOn }
  }
  return { startsOn: '', endsOn: '' }
}
