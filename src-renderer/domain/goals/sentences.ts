import type { GoalContent } from './goal.ts'

const shortest = 12

type Narrative = Pick<GoalContent, 'overview' | 'annualGoals' | 'longTermGoal' | 'basis'>

/** Citations of laws and papers are the same in many projects by right. */
const citation = /《[^《》]{4,}》|[〔[(]\d{4}[〕\])]\d*号|号文/

function normalised(sentence: string): string {
  return sentence
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()
}

/** Two 32-bit multiplicative hashes of the text side by side: small, quick, and equal for equal text only in practice. */
function hash(text: string): string {
  let left = 0x811c9dc5
  let right = 0x1b873593
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    left = Math.imul(left ^ code, 0x01000193)
    right = Math.imul(right ^ code, 0x85ebca6b)
    right = (right << 13) | (right >>> 19)
  }
  return (left >>> 0).toString(36) + (right >>> 0).toString(36).padStart(7, '0')
}

/**
 * Marks of the sentences of `least` characters and more in texts, each with the first of its kind as written and its
 * length without signs; citations are left out. Equal marks in two places tell of copied text.
 */
export function markedTexts(
  texts: readonly string[],
  least: number,
): Map<string, { sentence: string; length: number }> {
  const sentences = new Map<string, { sentence: string; length: number }>()
  for (const text of texts) {
    for (const sentence of text.split(/[。！？!?;；\n\r]+/)) {
      if (citation.test(sentence)) continue
      const key = normalised(sentence)
      if (key.length < least) continue
      const mark = hash(key)
      if (!sentences.has(mark)) sentences.set(mark, { sentence: sentence.trim(), length: key.length })
    }
  }
  return sentences
}

/** The sentences of 12 characters and more in 概况, 目标 and 立项依据, as written, by mark. */
export function markedSentences(content: Narrative): Map<string, string> {
  const texts = [content.overview, ...content.annualGoals, content.longTermGoal, content.basis]
  return new Map([...markedTexts(texts, shortest)].map(([mark, { sentence }]) => [mark, sentence]))
}

/** The marks alone, as kept with a goal. */
export function sentenceMarks(content: Narrative): string[] {
  return [...markedSentences(content).keys()]
}

/** The sentences, as written in `content`, that `other` has as well. */
export function sharedSentences(content: Narrative, other: Narrative): string[] {
  const theirs = markedSentences(other)
  return [...markedSentences(content)].filter(([mark]) => theirs.has(mark)).map(([, sentence]) => sentence)
}
