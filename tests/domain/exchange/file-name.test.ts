import { describe, expect, it } from 'vitest'
import { packageFileName } from '#domain/exchange/file-name'
import type { Party } from '#domain/exchange/station'

const bureau: Party = { id: 'b', name: '南江县财政局', level: 'county', regionCode: '511922', unitCode: '' }
const city: Party = { ...bureau, id: 'c', name: '巴中市财政局', level: 'city', regionCode: '511900' }
const unitOf = (name: string): Party => ({ ...bureau, id: name, name, level: 'unit', unitCode: name })
const named = { year: 2026, sequence: 1 } as const

describe('the name of a package file', () => {
  it('tells the units apart whose packages one bureau receives', () => {
    const names = ['教育局', '交通局'].map((name) =>
      packageFileName({ ...named, purpose: 'report', sender: unitOf(name), receiver: bureau }, '2026-11-26'),
    )
    expect(names).toEqual(['上报包_2026_教育局_001_20261126.jhx', '上报包_2026_交通局_001_20261126.jhx'])
  })

  it('names the receiver of what goes down, and the county of what goes to the city', () => {
    const down = { ...named, purpose: 'decision', sender: bureau, receiver: unitOf('教育局') } as const
    expect(packageFileName(down, '2026-11-26')).toBe('批复包_2026_教育局_001_20261126.jhx')
    const up = { ...named, purpose: 'report', sender: bureau, receiver: city } as const
    expect(packageFileName(up, '2026-11-26')).toBe('上报包_2026_南江县财政局_001_20261126.jhx')
  })
})
