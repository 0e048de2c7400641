/** What the words of a choice look like on forms; the first name that occurs counts. */
export type Choices<T extends string> = readonly (readonly [T, RegExp])[]

/** Longer text is a description, not a choice. */
const longest = 120

const ticked = /[☑☒✔✓√■●✅]/
const empty = /[□☐○◻▢]/

type Token<T> = { word: T } | { tick: boolean }

function tokensOf<T extends string>(text: string, choices: Choices<T>): Token<T>[] {
  const tokens: Token<T>[] = []
  const words = choices.map(([value, pattern]) => ({ value, leading: new RegExp(`^(?:${pattern.source})`) }))
  let rest = text
  while (rest !== '') {
    const pair = /^[□☐]\s*[√✔✓]/.exec(rest)
    if (pair) {
      tokens.push({ tick: true })
      rest = rest.slice(pair[0].length)
      continue
    }
    const mark = rest[0] ?? ''
    if (ticked.test(mark) || empty.test(mark)) tokens.push({ tick: ticked.test(mark) })
    const found = words
      .map(({ value, leading }) => ({ value, match: leading.exec(rest) }))
      .find(({ match }) => match !== null)
    if (found?.match) tokens.push({ word: found.value })
    rest = rest.slice(found?.match?.[0].length || 1)
  }
  return tokens
}

/**
 * The one choice a cell names: `延续`, or the ticked one of `新增项目□ 延续项目☑`, `□新增 √延续`, `新增□√ 延续□`.
 * '' where none or more than one is ticked.
 */
export function readChoice<T extends string>(text: string, choices: Choices<T>): T | '' {
  const plain = text.normalize('NFKC').trim()
  if (plain.length > longest) return ''
  const tokens = tokensOf(plain, choices)
  const words = tokens.flatMap((token) => ('word' in token ? [token.word] : []))
  const hasMarks = tokens.some((token) => 'tick' in token)
  if (!hasMarks) return new Set(words).size === 1 ? (words[0] ?? '') : ''
  const first = tokens[0]
  const marksLead = first !== undefined && 'tick' in first
  const found = new Set<T>()
  for (const [index, token] of tokens.entries()) {
    if (!('word' in token)) continue
    const mark = tokens[marksLead ? index - 1 : index + 1]
    if (mark && 'tick' in mark && mark.tick) found.add(token.word)
  }
  return found.size === 1 ? ([...found][0] ?? '') : ''
}
