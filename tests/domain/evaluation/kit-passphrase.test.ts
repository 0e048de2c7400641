import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passphraseLetters, passphraseOf, passphrasesMeant } from '#domain/evaluation/kit-passphrase'

describe('the passphrase of a 评分包', () => {
  it('is twelve letters in groups of four, none of them mistaken for another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 12, maxLength: 12 }), (chances) => {
        const text = passphraseOf(chances)
        expect(text).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
        for (const letter of text.replaceAll('-', '')) expect(passphraseLetters).toContain(letter)
      }),
    )
  })

  it.each([
    '599k4mcrzfd6',
    '599K-4MCR-ZFD6',
    ' 599k 4mcr zfd6 ',
    '５９９ｋ－４ｍｃｒ－ｚｆｄ６',
    '599k—4mcr—zfd6',
  ])('is understood as it was typed: %s', (typed) => {
    expect(passphrasesMeant(typed)).toContain('599k-4mcr-zfd6')
  })

  it('takes an own one at its word', () => {
    expect(passphrasesMeant(' 南江财政Abc12345 ')).toEqual(['南江财政Abc12345'])
    expect(passphrasesMeant('599k-4mcr-zfd6')).toEqual(['599k-4mcr-zfd6'])
    expect(passphrasesMeant('599k-4mcr-zfd')).toEqual(['599k-4mcr-zfd'])
  })
})
