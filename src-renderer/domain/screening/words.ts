import type { ClauseWords } from './rules.ts'

const clauseEnds = /[，,。；;！!？?：:\n\r]+/

/**
 * The first clause of a text that says what the words say, as written; '' where none does. A clause in which one of
 * `unless` stands says it not: 尚未完成, 确保按计划完成, 部分资金未到位.
 */
export function clauseSaying(text: string, { words, endings, unless }: ClauseWords): string {
  for (const clause of text.split(clauseEnds)) {
    const plain = clause.normalize('NFKC').replace(/\s/g, '')
    const said = [
      ...words.filter((word) => plain.includes(word)),
      ...endings.filter((word) => plain.endsWith(word)),
    ]
    // What the word itself holds takes nothing away: 未 of 未到位.
    const rest = said.reduce((left, word) => left.replaceAll(word, '\u0000'), plain)
    if (said.length > 0 && !unless.some((word) => rest.includes(word))) return clause.trim()
  }
  return ''
}
