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
export type CopyIndex = ReadonlyMap<string, readonly Copied[]>
/** `elsewhere` is the first place of another unit than the first one's; null where all are of one. */
type Copied = { at: string; copied: CopiedSentence; elsewhere: TextPlace | null }

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
  // Once for all forms that share a sentence: looking through a thousand places for each of them would be a million.
  const known = new Map<readonly SharedPlace[], Omit<Copied, 'at'>>()
  const copiedOf = (sentence: string, shared: readonly SharedPlace[]) => {
    const there = known.get(shared)
    if (there) return there
    const places = shared.map(({ formId, ...place }) => ({ monitoringId: formId, ...place }))
    const elsewhere = places.find(({ unitId }) => unitId !== places[0]?.unitId) ?? null
    const copied = { copied: { sentence, places }, elsewhere }
    known.set(shared, copied)
    return copied
  }
  return new Map(
    [...sharedSentences(texts, least)].map(([id, shared]) => [
      id,
      shared.map(({ at, sentence, places }) => ({ at, ...copiedOf(sentence, places) })),
    ]),
  )
}

/** 文字雷同: one finding for each sentence that other forms have too. */
export function copiedTexts({ form, rules }: Examined, index: CopyIndex): ScreeningFinding[] {
  return (index.get(form.id) ?? []).map(({ at, copied, elsewhere }) => {
    // A sentence counts once a form: all places but one are of others.
    const others = copied.places.length - 1
    const more = others > 1 ? `等 ${others} 份监控表` : ''
    const name = otherPlace(form, copied.places, elsewhere)?.name ?? ''
    const message = `“${copied.sentence}”与${elsewhere ? '其他单位' : '本单位'}“${name}”${more}相同。`
    return found(elsewhere ? 'text-across' : 'text-within', rules, at, message, copied)
  })
}

/** The first place that is not the form's: of another unit where there is one. */
function otherPlace(
  { id, unitId }: Pick<Monitoring, 'id' | 'unitId'>,
  [first, second]: readonly TextPlace[],
  elsewhere: TextPlace | null,
): TextPlace | null | undefined {
  if (elsewhere) return first?.unitId === unitId ? elsewhere : first
  return first?.monitoringId === id ? second : first
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
