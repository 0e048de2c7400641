import { formatWanExact, isMultiple, parseMoney } from '../money.ts'
import type { VagueWord, YearRules } from '../year-rules.ts'
import type { Check, Finding, Subject } from './finding.ts'
import type { GoalContent } from './goal.ts'

/** Findings of one kind for one text: more would hide the others. */
const mostPerText = 3

type Part = { at: string; label: string; text: string; severity?: 'warning' }

function narrative(content: GoalContent): Part[] {
  return [
    ...content.annualGoals.map((text) => ({ at: 'annualGoals', label: '年度目标', text })),
    { at: 'longTermGoal', label: '长期目标', text: content.longTermGoal },
    { at: 'overview', label: '项目概况', text: content.overview },
  ]
}

const numeral =
  /\d|[一二两三四五六七八九十百千](个|次|项|户|人|件|场|期|成|倍|天|月|年|批|处|座|公里)|应.{1,2}尽.{1,2}/
/** A clause that begins so gives the measure of the clause before it. */
const continuation =
  /^(并)?(达到?|做到|实现|确保|不低于|不少于|不超过|控制在|提高到|提升到|下降到|增长|降低|≥|≤|>|<|=)/

/** Whether a measure stands in a text: a figure, a counted thing, or a word that is one. */
export function hasMeasure(text: string, rules: YearRules): boolean {
  return numeral.test(text) || rules.measureWords.some((word) => text.includes(word))
}

function vagueWordIn(clause: string, rules: YearRules): VagueWord | undefined {
  return rules.vagueWords.find((entry) => {
    if (!clause.includes(entry.word)) return false
    let rest = clause
    for (const allowed of entry.except) rest = rest.replaceAll(allowed, '')
    return rest.includes(entry.word)
  })
}

function vagueClauses(text: string, rules: YearRules): { word: VagueWord; clause: string }[] {
  const clauses = text.normalize('NFKC').split(/[,。;!?\n\r]+/)
  const found: { word: VagueWord; clause: string }[] = []
  for (const [index, clause] of clauses.entries()) {
    const word = vagueWordIn(clause, rules)
    if (!word || hasMeasure(clause, rules)) continue
    const next = clauses[index + 1]?.trim() ?? ''
    if (continuation.test(next) && hasMeasure(next, rules)) continue
    found.push({ word, clause: clause.trim() })
    if (found.length === mostPerText) break
  }
  return found
}

function vagueWording({ content, context, indicators }: Subject): Finding[] {
  const { rules } = context
  const parts = narrative(content).filter((part) => part.at !== 'overview')
  const goals = parts.flatMap((part) =>
    vagueClauses(part.text, rules).map(({ word, clause }) => ({
      at: part.at,
      values: { part: part.label, word: word.word, clause, instead: word.instead },
    })),
  )
  const rows = indicators.flatMap((row) => {
    if (hasMeasure(row.value, rules)) return []
    return [...vagueClauses(row.value, rules), ...vagueClauses(row.name, rules)]
      .slice(0, 1)
      .map(({ word, clause }) => ({
        at: `${row.at}.${row.value.includes(word.word) ? 'value' : 'name'}`,
        values: { part: `指标“${row.label}”`, word: word.word, clause, instead: word.instead },
      }))
  })
  return [...goals, ...rows]
}

const leftOver =
  /\*{2,}|[×xX]{2,}|请在此处|请填写|此处填写|^(指标|目标|任务)[\d一二三四五六七八九]*[:：]?[/.…]*$|^[….。/*×—-]+$/

function placeholderIn(text: string): string {
  return leftOver.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[0] ?? ''
}

function placeholderText({ content, indicators }: Subject): Finding[] {
  const parts: Part[] = [
    { at: 'name', label: '名称', text: content.name },
    ...narrative(content),
    { at: 'basis', label: '立项依据', text: content.basis },
    ...indicators.flatMap((row) => [
      {
        at: `${row.at}.name`,
        label: `第 ${row.number} 个指标的名称`,
        text: row.indicator.name,
        // The template's stars stay in many names whose value is filled: untidy, but nothing is missing.
        ...(row.value === '' ? {} : { severity: 'warning' as const }),
      },
      { at: `${row.at}.value`, label: `“${row.label}”的指标值`, text: row.indicator.value },
    ]),
  ]
  return parts.flatMap(({ at, label, text, ...severity }) => {
    const found = placeholderIn(text)
    return found === '' ? [] : [{ at, ...severity, values: { part: label, text: found } }]
  })
}

function textCopied({ content, context }: Subject): Finding[] {
  const seen = new Set<string>()
  return context.similar.flatMap(({ name, unitName, sentence }) => {
    const key = `${unitName} ${name}`
    if (seen.has(key) || seen.size === mostPerText) return []
    seen.add(key)
    const place = [...narrative(content), { at: 'basis', label: '立项依据', text: content.basis }].find(
      (part) => part.text.includes(sentence),
    )
    const unit = unitName === context.unitName ? '本单位' : unitName
    return [{ at: place?.at ?? 'overview', values: { unit, name, sentence } }]
  })
}

const writtenAmount = /(?<![\d,])\d[\d,]*(?:\.\d+)?(?:亿元|万元|元)(?![/每])/g

function wanSlipText({ content }: Subject, params: Readonly<Record<string, number>>): Finding[] {
  const { total } = content
  if (total === null) return []
  const { factor = 10_000, tolerance = 0 } = params
  return narrative(content).flatMap(({ at, label, text }) => {
    const plain = text.normalize('NFKC').replace(/\s/g, '')
    const slip = (plain.match(writtenAmount) ?? []).find((written) => {
      const amount = parseMoney(written, '元') ?? 0
      return isMultiple(amount, total, factor, tolerance) || isMultiple(total, amount, factor, tolerance)
    })
    return slip ? [{ at, values: { part: label, text: slip, total: formatWanExact(total) } }] : []
  })
}

/** Findings on words: vague ones, left-over ones, copied ones, and figures within sentences. */
export const wordingChecks = {
  'vague-wording': vagueWording,
  'placeholder-text': placeholderText,
  'text-copied': textCopied,
  'wan-slip-text': wanSlipText,
} as const satisfies Record<string, Check>
