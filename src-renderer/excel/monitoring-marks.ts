import type { Likelihood } from '#domain/monitoring/rules'
import { plain } from './cells.ts'
import { likelihoodWord } from './monitoring-columns.ts'

const blank = /^[\s/\\×✗✘xX□☐○否无0.—–-]*$/

/** Whether a cell is ticked: √, ✔, 1, 是, 对 – anything but the ways of leaving it. */
export function isTicked(text: string): boolean {
  return text !== '' && !blank.test(plain(text))
}

const ticked = /[√✓✔☑■●]/
const choice = /(?:确定能|有可能|完全不可能|不可能)/g

/**
 * The likelihood written in one cell: 有可能, or the choices with one of them ticked (确定能□ 有可能√). `unread` is the text
 * where it says none of the three.
 */
export function likelihoodIn(text: string): { likelihood: Likelihood | ''; unread: string } {
  if (plain(text) === '' || /^[/—–-]+$/.test(plain(text))) return { likelihood: '', unread: '' }
  const sole = likelihoodWord(text)
  if (sole !== '') return { likelihood: sole, unread: '' }
  const words = [...plain(text).matchAll(choice)]
  const marked = words.filter((match, index) => {
    const { index: start } = match
    const end = start + match[0].length
    const next = words[index + 1]?.index ?? plain(text).length
    return (
      ticked.test(plain(text).slice(end, next)) || (index === 0 && ticked.test(plain(text).slice(0, start)))
    )
  })
  const [only, ...others] = marked.length > 0 ? marked : words.length === 1 ? words : []
  const likelihood = only && others.length === 0 ? likelihoodWord(only[0]) : ''
  return likelihood === '' ? { likelihood, unread: text } : { likelihood, unread: '' }
}
