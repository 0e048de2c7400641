/**
 * 恢复码: what an administrator who forgot the password proves himself by. Crockford's alphabet: no I, L, O, U, so that
 * what was copied by hand is read again. The system's own 〔拟〕; no regulation names one.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const base = BigInt(alphabet.length)
/** Random bytes of a code: 120 bits, out of reach of any guessing. */
export const recoveryBytes = 15
const dataLetters = 24
const groupLetters = 5

/** A code of 25 letters from 15 random bytes: 24 that say them and one that checks them. Throws for another number of bytes. */
export function recoveryCodeOf(random: Uint8Array): string {
  if (random.length !== recoveryBytes) throw new Error(`a recovery code has ${recoveryBytes} bytes`)
  let number = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let letters = ''
  for (let index = 0; index < dataLetters; index++) {
    letters = alphabet.charAt(Number(number % base)) + letters
    number /= base
  }
  return letters + checkLetter(letters)
}

/** The code in groups of five, as it is shown, printed and copied by hand. */
export function groupedCode(code: string): string {
  return code.match(new RegExp(`.{1,${groupLetters}}`, 'g'))?.join('-') ?? ''
}

/**
 * The code a person typed: full-width letters, small ones, blanks and dashes do not matter, O is 0, I and L are 1. Null
 * where letters are missing, strange or miscopied.
 */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isWhole = plain.length === dataLetters + 1 && [...plain].every((letter) => alphabet.includes(letter))
  if (!isWhole) return null
  return checkLetter(plain.slice(0, dataLetters)) === plain.charAt(dataLetters) ? plain : null
}

/** Luhn's check in 32 letters: notices every single wrong letter and nearly every swap of two neighbours. */
function checkLetter(letters: string): string {
  const count = alphabet.length
  let [factor, sum] = [2, 0]
  for (const letter of [...letters].reverse()) {
    const product = factor * alphabet.indexOf(letter)
    sum += Math.floor(product / count) + (product % count)
    factor = factor === 2 ? 1 : 2
  }
  return alphabet.charAt((count - (sum % count)) % count)
}
