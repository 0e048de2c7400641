import type { Monitoring } from '../monitoring/monitoring.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import { type SharedPlace, sharedSentences } from '../shared-text.ts'
import {
  type CopiedSentence,
  type Examined,
  found,
  type ScreeningFinding,
  type TextPlace,
  textsOf,
} from './finding.ts'

/** Sentences of a round that more than one form has, by form. */
export type CopyIndex = ReadonlyMap<
  string,
  readonly { at: string; copied: CopiedSentence; isAcross: boolean }[]
>

/** The sentences that reported forms share, from the rules' length on; forms of several units share it 跨单位. */
export function copyIndex(forms: readonly Monitoring[], rules: MonitoringRules): CopyIndex {
  const { checks } = rules.screening
  const least = {
    across: checks['text-across'].params.characters,
    within: checks['text-within'].params.characters,
  }
  const texts = forms.map((form) => ({
    id: form.id,
    unitId: form.unitId,
    name: form.name,
    texts: textsOf(form),
  }))
  const known = new Map<readonly SharedPlace[], TextPlace[]>()
  const placesOf = (places: readonly SharedPlace[]) => {
    // One list for all forms that share a sentence: a sentence of a thousand forms is not copied a thousand times.
    const own =
      known.get(places) ?? places.map(({ formId, ...place }) => ({ monitoringId: formId, ...place }))
    known.set(places, own)
    return own
  }
  return new Map(
    [...sharedSentences(texts, least)].map(([id, shared]) => [
      id,
      shared.map(({ at, sentence, places, isAcross }) => ({
        at,
        copied: { sentence, places: placesOf(places) },
        isAcross,
      })),
    ]),
  )
}

/** 文字雷同: one finding for each sentence that other forms have too. */
export function copiedTexts({ form, rules }: Examined, index: CopyIndex): ScreeningFinding[] {
  return (index.get(form.id) ?? []).map(({ at, copied, isAcross }) => {
    const others = copied.places.filter(({ monitoringId }) => monitoringId !== form.id)
    const [first] = isAcross ? others.filter(({ unitId }) => unitId !== form.unitId) : others
    const more = others.length > 1 ? `等 ${others.length} 份监控表` : ''
    const message = `“${copied.sentence}”与${isAcross ? '其他单位' : '本单位'}“${first?.name ?? ''}”${more}相同。`
    return found(isAcross ? 'text-across' : 'text-within', rules, at, message, copied)
  })
}

/** What a person reports, as one text for comparison; '' where nothing is. */
function reportedText({ funds, fundsReason, entries, measures, summary }: Monitoring): string {
  const parts = [
    ...funds.flatMap(({ group, paid, forecast }) => [group, paid ?? '', forecast ?? '']),
    ...entries.flatMap(({ id, actual, forecast, likelihood, causes, causeText }) => [
      ...[id, actual.trim(), forecast.trim(), likelihood, [...causes].sort().join(), causeText.trim()],
    ]),
    ...[fundsReason.trim(), measures.trim(), summary.trim()],
  ]
  const isEmpty = entries.every(({ actual }) => actual.trim() === '')
  return isEmpty ? '' : JSON.stringify(parts)
}

/** 与上轮完全相同: money, indicators and texts are those of the round before, of an earlier month. */
export function sameAsBefore({ form, former, rules }: Examined): ScreeningFinding[] {
  if (!former || former.month >= form.month) return []
  const text = reportedText(form)
  if (text === '' || text !== reportedText(former)) return []
  const message = `执行数、${form.entries.length} 条指标和文字与 ${former.month} 月那一轮完全相同。`
  return [found('same-as-before', rules, 'funds', message)]
}
