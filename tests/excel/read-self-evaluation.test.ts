import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readForms } from './read-forms.ts'

function selfEvaluation(name: string) {
  const path = fileURLToPath(new URL(`../fixtures/forms/${name}`, import.meta.url))
  const found = readForms(new Uint8Array(readFileSync(path)), name).find((form) => form.selfEvaluation)
  if (!found?.selfEvaluation) throw new Error(`${name} has a self-evaluation`)
  return found.selfEvaluation
}

it('reads money, scores and values of the national form as a town filled it in', () => {
  const read = selfEvaluation('S06-self-national.xlsx')
  expect(read.editionId).toBe('national')
  // Only the total is there, and the whole year's budget beside it; nothing was written as paid.
  expect(read.funds).toMatchObject([
    { group: 'total', initial: 1_000_000_000, revised: 1_000_000_000, paid: null },
  ])
  expect(read.entries.map(({ name, weight, score, actual }) => [name, weight, score, actual])).toEqual([
    ['基建工程委托业务项目数量', 800, 800, '50'],
    ['报告合格率', 800, 800, '100'],
    ['经费支出合规性', 800, 800, '达成预期指标'],
    ['提交报告及时性', 800, 800, '达成预期指标'],
    ['项目总成本', 800, 800, '90'],
    ['单项业务成本', 1000, 1000, '达成预期指标'],
  ])
})

it('reads the province’s form with sign, value and unit apart', () => {
  const read = selfEvaluation('S14-self-sichuan.xlsx')
  expect(read.editionId).toBe('sichuan')
  expect(read.entries).toHaveLength(9)
  expect(read.entries[2]).toMatchObject({ name: '资金到位及时率', actual: '100%', weight: 1000, score: 700 })
  expect(read.entries.map(({ operator }) => operator)).toContain('═')
})
