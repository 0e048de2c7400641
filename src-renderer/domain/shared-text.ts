import { markedTexts } from './goals/sentences.ts'

/** A form with the texts that a person wrote, by field. */
export type TextForm = {
  id: string
  unitId: string
  name: string
  texts: readonly { at: string; text: string }[]
}

/** Where a sentence stands. */
export type SharedPlace = { formId: string; unitId: string; name: string; at: string }

/** A sentence that several forms have, as it stands in one of them: `at` is its field there; 跨单位 where units differ. */
export type SharedSentence = {
  at: string
  sentence: string
  places: readonly SharedPlace[]
  isAcross: boolean
}

/**
 * The sentences that forms share, by form, found by an index: cheap for thousands of forms, where comparing each with each
 * would not be. A sentence counts once a form, from so many characters on across units and within one.
 */
export function sharedSentences(
  forms: readonly TextForm[],
  least: { across: number; within: number },
): ReadonlyMap<string, readonly SharedSentence[]> {
  const byMark = new Map<string, { sentence: string; length: number; places: SharedPlace[] }>()
  for (const { id, unitId, name, texts } of forms) {
    const seen = new Set<string>()
    for (const { at, text } of texts) {
      for (const [mark, { sentence, length }] of markedTexts([text], Math.min(least.across, least.within))) {
        if (seen.has(mark)) continue
        seen.add(mark)
        const known = byMark.get(mark) ?? { sentence, length, places: [] }
        known.places.push({ formId: id, unitId, name, at })
        byMark.set(mark, known)
      }
    }
  }
  const index = new Map<string, SharedSentence[]>()
  for (const { sentence, length, places } of byMark.values()) {
    const isAcross = new Set(places.map(({ unitId }) => unitId)).size > 1
    if (places.length < 2 || length < (isAcross ? least.across : least.within)) continue
    for (const { formId, at } of places) {
      const own = index.get(formId) ?? []
      own.push({ at, sentence, places, isAcross })
      index.set(formId, own)
    }
  }
  return index
}
