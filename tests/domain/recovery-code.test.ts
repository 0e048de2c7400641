import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedCode, readRecoveryCode, recoveryBytes, recoveryCodeOf } from '#domain/people/recovery-code'

const randomBytes = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes })
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery code', () => {
  it('says its 120 bits in 25 letters that no hand confuses', () => {
    expect(recoveryCodeOf(new Uint8Array(15))).toBe('0'.repeat(25))
    expect(recoveryCodeOf(new Uint8Array(15).fill(255)).slice(0, 24)).toBe('Z'.repeat(24))
    expect(() => recoveryCodeOf(new Uint8Array(14))).toThrow('15 bytes')
    fc.assert(fc.property(randomBytes, (bytes) => /^[0-9A-HJKMNP-TV-Z]{25}$/.test(recoveryCodeOf(bytes))))
  })
  it('differs wherever its bytes do', () => {
    fc.assert(
      fc.property(randomBytes, fc.nat(14), fc.integer({ min: 1, max: 255 }), (bytes, at, flip) => {
        const other = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ flip : byte))
        return recoveryCodeOf(bytes) !== recoveryCodeOf(other)
      }),
    )
  })
  it('is read as it was shown, and as people copy it', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const code = recoveryCodeOf(bytes)
        const shown = groupedCode(code)
        const wide = [...shown].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')
        const byHand = shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', '— ')
        for (const typed of [code, shown, wide, byHand, ` ${shown}\n`])
          expect(readRecoveryCode(typed)).toBe(code)
      }),
    )
  })
  it('shows every single wrong letter, a missing and a surplus one', () => {
    fc.assert(
      fc.property(randomBytes, fc.nat(24), fc.nat(31), (bytes, at, other) => {
        const code = recoveryCodeOf(bytes)
        const wrong = code.slice(0, at) + letters.charAt(other) + code.slice(at + 1)
        expect(readRecoveryCode(wrong)).toBe(wrong === code ? code : null)
        expect(readRecoveryCode(code.slice(1))).toBeNull()
        expect(readRecoveryCode(`${code}0`)).toBeNull()
      }),
    )
  })
  it.each(['', '-', '恢复码', 'U'.repeat(25), '!'.repeat(25)])('is not %j', (typed) => {
    expect(readRecoveryCode(typed)).toBeNull()
  })
})
