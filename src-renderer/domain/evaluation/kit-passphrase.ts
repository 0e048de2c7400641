/** Letters and digits that are not mistaken for one another. */
export const passphraseLetters = '23456789abcdefghjkmnpqrstuvwxyz'
const length = 12

/** Twelve of them out of as many random numbers, in groups of four that are read out well. */
export function passphraseOf(chances: readonly number[]): string {
  const letters = chances
    .slice(0, length)
    .map((chance) => passphraseLetters[chance % passphraseLetters.length])
  return grouped(letters.join(''))
}

/**
 * What may be meant by a passphrase as it was typed, the most literal first: spaces around it, and for one that was proposed
 * also full-width letters, capitals and other marks between the groups, or none.
 */
export function passphrasesMeant(typed: string): string[] {
  const plain = typed.normalize('NFKC').toLowerCase()
  const bare = [...plain].filter((letter) => /[a-z0-9]/.test(letter)).join('')
  const proposed = bare.length === length && /^[a-z0-9\s\-_—–.·]+$/.test(plain) ? [grouped(bare)] : []
  return [...new Set([typed.trim(), ...proposed])]
}

function grouped(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join('-')
}
