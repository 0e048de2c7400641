import { isDay } from '../dates.ts'

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const identityMarks = '10X98765432'
const creditLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** A number as it is kept: half-width, capital letters, no spaces or strokes. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

function weightedSum(text: string, weights: readonly number[], worth: (letter: string) => number): number {
  return weights.reduce((sum, weight, index) => sum + weight * worth(text[index] ?? ''), 0)
}

/** Whether a 公民身份号码 is possible: 18 places, a real day of birth, check digit by ISO 7064 MOD 11-2 (GB 11643). */
export function isIdentityNumber(text: string): boolean {
  const number = plainNumber(text)
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(born)) return false
  return identityMarks[weightedSum(number, identityWeights, Number) % 11] === number[17]
}

/** Sex by the 17th place: odd is 男 (GB 11643). Only for a number that is possible. */
export function sexOfIdentity(text: string): '男' | '女' {
  return Number(plainNumber(text)[16]) % 2 === 1 ? '男' : '女'
}

/** Whether a 统一社会信用代码 is possible: 18 places without I O S V Z, check character MOD 31 (GB 32100). */
export function isCreditCode(text: string): boolean {
  const code = plainNumber(text)
  if (code.length !== 18 || [...code].some((letter) => !creditLetters.includes(letter))) return false
  const sum = weightedSum(code, creditWeights, (letter) => creditLetters.indexOf(letter))
  return creditLetters[(31 - (sum % 31)) % 31] === code[17]
}

/** Whether the text names one bank account: 9 to 30 digits in one run, the bank's name beside it. */
export function isBankAccount(text: string): boolean {
  const runs = text
    .normalize('NFKC')
    .replace(/(\d)[\s-]+(?=\d)/g, '$1')
    .match(/\d+/g)
  const long = (runs ?? []).filter((run) => run.length >= 9)
  return long.length === 1 && long.every((run) => run.length <= 30)
}

/** The last four places, for telling people of one name apart. */
export function tailOf(text: string): string {
  return plainNumber(text).slice(-4)
}

/** Unit names for comparison: width and white space do not count. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
