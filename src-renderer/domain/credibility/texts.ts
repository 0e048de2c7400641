import { compareRatios, percent, percentText } from '../monitoring/ratio.ts'
import { clauseSaying } from '../screening/words.ts'
import type { SharedSentence } from '../shared-text.ts'
import { type CredibilityFinding, type Examined, found, scoredEntries, textsOf } from './finding.ts'

/** 说明与数字矛盾: praise at what was missed, excuses at what was reached, no money where it was spent. */
export function reasonsAgainstNumbers(examined: Examined): CredibilityFinding[] {
  return [...againstScores(examined), ...againstExecution(examined)]
}

function againstScores(examined: Examined): CredibilityFinding[] {
  const { rules, words } = examined
  return scoredEntries(examined).flatMap(({ entry, result }) => {
    if (result.score === null || result.weight === 0) return []
    const at = `entries.${entry.id}.deviation`
    const isFull = result.score === result.weight
    const sentence = isFull
      ? clauseSaying(entry.deviation, { ...rules.unfinished, endings: [] })
      : clauseSaying(entry.deviation, words.smooth)
    if (sentence === '') return []
    const text = isFull
      ? `“${entry.name}”写“${sentence}”，却得了满分。`
      : `“${entry.name}”写“${sentence}”，但完成值 ${entry.actual}，没有得满分。`
    return [found('reason-against-numbers', examined, at, text, { sentence })]
  })
}

function againstExecution(examined: Examined): CredibilityFinding[] {
  const { score, rules, words, form } = examined
  const { arrived } = rules.checks['reason-against-numbers'].params
  const { rate } = score
  if (!rate || compareRatios(rate, percent(arrived)) < 0) return []
  return textsOf(form).flatMap(({ at, text }) => {
    const sentence = clauseSaying(text, words.unfunded)
    if (sentence === '') return []
    const message = `写“${sentence}”，但执行率 ${percentText(rate)}。`
    return [found('reason-against-numbers', examined, at, message, { sentence })]
  })
}

/** 文字雷同: one finding for each sentence that other forms have too. */
export function copiedTexts(examined: Examined, shared: readonly SharedSentence[]): CredibilityFinding[] {
  const { form } = examined
  return shared.map((copied) => {
    const others = copied.places.filter(({ formId }) => formId !== form.id)
    const [first] = copied.isAcross ? others.filter(({ unitId }) => unitId !== form.unitId) : others
    const more = others.length > 1 ? `等 ${others.length} 份自评表` : ''
    const whose = copied.isAcross ? '其他单位' : '本单位'
    const message = `“${copied.sentence}”与${whose}“${first?.name ?? ''}”${more}相同。`
    const code = copied.isAcross ? 'text-across' : 'text-within'
    return found(code, examined, copied.at, message, { sentence: copied.sentence, copied })
  })
}
