import { beforeAll, describe, expect, it, vi } from 'vitest'
import { rehearsePackage } from '#actions/rehearse-package'
import { mutantKinds } from './package-mutants.ts'
import { attack, digestOfStore, type Siege, siegeOf } from './package-siege.ts'

vi.mock('#desktop', () => import('../actions/machine-desktop.ts'))

const rounds = 6
const mostMemory = 600 * 1024 * 1024
let siege: Siege

beforeAll(async () => {
  siege = await siegeOf()
  await siege.bureau.enter()
})

it('what they are made of would be taken', async () => {
  for (const bytes of [siege.armoury.genuine, siege.armoury.withFiles.bytes]) {
    const { hindrances } = await rehearsePackage({ name: 'x.jhx', bytes }, siege.keys)
    expect(hindrances.filter(({ severity }) => severity !== 'warn')).toEqual([])
  }
})

describe('of mutated packages', () => {
  for (let round = 0; round < rounds; round++)
    it(`none is taken, none breaks the program, and the store stays as it was (${round + 1})`, async () => {
      const before = [await digestOfStore(), siege.bureau.disk.files.size]
      const fates: string[] = []
      for (let kind = 0; kind < mutantKinds; kind++) {
        const number = round * mutantKinds + kind
        const { kind: name, fate } = await attack(number, siege)
        fates.push(`${number} ${name}: ${fate}`)
      }
      expect(fates.filter((line) => line.includes('TAKEN'))).toEqual([])
      expect([await digestOfStore(), siege.bureau.disk.files.size]).toEqual(before)
      expect(process.memoryUsage().rss).toBeLessThan(mostMemory)
    })
})
