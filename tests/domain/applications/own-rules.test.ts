import { describe, expect, it } from 'vitest'
import { changeBy } from '#domain/applications/amounts'
import {
  checkOwnClosing,
  isAsShippedClosing,
  nothingOwn,
  ownClosingIds,
  ownClosingNumbers,
  ownClosingText,
  trimmedOwnClosing,
  withOwnClosing,
} from '#domain/applications/own-rules'
import { candidateOf } from '#domain/applications/propose'
import { proposalFor } from '#domain/applications/rules'
import { deadlineOf } from '#domain/disclosures/due'
import { rulesById } from '#domain/year-rules'
import { found } from './sample.ts'

const shipped = rulesById('frame-2021')
const medium = proposalFor({ kind: 'evaluation', result: 'medium' }, 'project', shipped.applications)
const [special] = shipped.disclosure
if (!medium || !special) throw new Error('the pack has them')
const harder = {
  ...medium,
  cut: { least: 15, most: 30, usual: 15 },
  ...{ clause: '南财绩〔2026〕5号 第九条', mark: '源' as const },
}

describe('what a bureau sets for itself', () => {
  it('stands in the place of the row of the pack, and the next proposal follows it', () => {
    const rules = withOwnClosing(shipped, { ...nothingOwn, proposals: [harder] })
    const candidate = candidateOf(found(), 2025, rules.applications)
    expect(candidate?.proposedChange).toBe(changeBy(found().budget, 15))
    expect(candidate?.ground).toMatchObject({ clause: '南财绩〔2026〕5号 第九条', mark: '源' })
    expect(rules.applications.proposals).toHaveLength(shipped.applications.proposals.length)
  })

  it('says of a number what it was and on what that rested', () => {
    const rules = withOwnClosing(shipped, {
      ...nothingOwn,
      numbers: { 'carry-days': 15, 'unspent-least': 50 },
    })
    expect(rules.applications).toMatchObject({ workingDays: 15, mark: '拟' })
    expect(rules.applications.clause).toContain('规则包原为落实和反馈期限 20 个工作日')
    expect(rules.analysis.unspent.least).toBe(50_000_000)
    expect(rules.applications.rectification).toEqual(shipped.applications.rectification)
  })

  it('moves a publication to another place and day, or asks for none', () => {
    const later = { ...special.deadline, days: 10 }
    const site = { ...special, place: 'site' as const, deadline: later, clause: '本局规程' }
    const without = shipped.disclosure.at(-1)?.id ?? ''
    const rules = withOwnClosing(shipped, {
      ...nothingOwn,
      disclosures: [site],
      withoutDisclosures: [without],
    })
    expect(rules.disclosure[0]).toEqual(site)
    expect(deadlineOf(later, 2026, '2026-02-01')).toBe('2026-02-11')
    expect(rules.disclosure.map(({ id }) => id)).toEqual(
      shipped.disclosure.map(({ id }) => id).filter((id) => id !== without),
    )
  })

  it('is only what differs: the pack itself, and rows it does not know, are nothing', () => {
    const same = { ...nothingOwn, proposals: [medium], disclosures: [special], numbers: { 'carry-days': 20 } }
    const strange = { ...nothingOwn, proposals: [{ ...harder, id: 'gone' }], withoutDisclosures: ['gone'] }
    for (const wanted of [same, strange]) {
      expect(isAsShippedClosing(trimmedOwnClosing(shipped, wanted))).toBe(true)
      expect(ownClosingText(shipped, wanted)).toBe('')
    }
    expect(ownClosingText(shipped, { ...nothingOwn, proposals: [harder], numbers: { 'low-times': 3 } })).toBe(
      '绩效评价 · 项目 · 中：压减预算；低效单位：次数 2 → 3 次',
    )
  })

  it.each(ownClosingIds)('%s: its borders are inside, one beyond is refused', (id) => {
    const { least, most, name } = ownClosingNumbers[id]
    const problems = (value: number) => checkOwnClosing(shipped, { ...nothingOwn, numbers: { [id]: value } })
    const beyond = [least - 1, most + 1, least + 0.5].map(problems)
    for (const found of beyond) expect(found[0]?.message).toContain(name)
    expect(problems(ownClosingNumbers[id].read(shipped))).toEqual([])
    const numbers = { ...nothingOwn, numbers: { [id]: most } }
    expect(ownClosingNumbers[id].read(withOwnClosing(shipped, numbers))).toBe(most)
  })

  it.each([
    ['a row without its clause', { proposals: [{ ...harder, clause: ' ' }] }, '请写明依据'],
    ['a row without measures', { proposals: [{ ...harder, measures: [] }] }, '措施有误'],
    [
      'a share beyond the whole',
      { proposals: [{ ...harder, cut: { least: 10, most: 101, usual: 10 } }] },
      '比例有误',
    ],
    [
      'shares out of order',
      { proposals: [{ ...harder, cut: { least: 30, most: 20, usual: 20 } }] },
      '比例有误',
    ],
    [
      'a day that is none',
      { disclosures: [{ ...special, deadline: { ...special.deadline, until: '02-29' } }] },
      '月-日',
    ],
    ['merging stricter than repeating', { numbers: { 'merge-name': 81 } }, '不应高于重复项目'],
  ])('refuses %s', (_, wanted, message) => {
    expect(
      checkOwnClosing(shipped, { ...nothingOwn, ...wanted })
        .map((each) => each.message)
        .join(),
    ).toContain(message)
  })
})
