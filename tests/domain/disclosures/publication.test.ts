import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherTargets, publicGoal } from '#domain/disclosures/content'
import { type PublicationDraft, publicationOf, withoutPersons } from '#domain/disclosures/publication'
import { disclosureRows } from '#domain/disclosures/standing'
import { secretsOf } from '#domain/exchange/secrets'
import { textsOf } from '#domain/paper'
import { approved, due, record } from './sample.ts'

const head = { year: 2026, office: '南江县财政局', madeOn: '2026-03-01' }
const hidden = approved('secret-goal', { name: '人防指挥所改造', code: 'RF2026001', secret: true })
const secrets = secretsOf([hidden])

function draft(goal = approved('g1'), changes: Parameters<typeof due>[0] = {}): PublicationDraft {
  const thing = due({ objectId: goal.id, goalId: goal.id, name: goal.name, secret: goal.secret, ...changes })
  const [row] = disclosureRows([thing], [], () => [], '2026-03-01')
  if (!row) throw new Error('there is a row')
  const blocks = publicGoal(goal, '南江县交通局')
  return { row, unit: '南江县交通局', blocks, persons: [goal.contact], otherTargets: [] }
}

describe('what may leave for the public', () => {
  it('shows what was approved, without contact, telephone and remarks', () => {
    const goal = approved('g1', { contact: '赵联系', phone: '13881234567', remarks: '内部说明' })
    const { pages, findings } = publicationOf(head, [draft(goal)], secrets)
    const text = textsOf(pages[0]?.blocks ?? []).join('\n')
    expect(text).toContain(goal.annualGoals[0])
    expect(text).toContain('90.00')
    for (const word of ['赵联系', '13881234567', '内部说明']) expect(text).not.toContain(word)
    expect(findings).toEqual([])
  })

  it('leaves out what is secret, and what names it, however it is spaced', () => {
    const naming = approved('g2', { annualGoals: ['配合人防 指挥所改造，完成管线迁改'] })
    const coded = approved('g3', { annualGoals: ['与ＲＦ２０２６００１同步建设'] })
    const set = publicationOf(head, [draft(hidden), draft(naming), draft(coded), draft()], secrets)
    expect(set.pages.map(({ objectId }) => objectId)).toEqual(['g1'])
    expect(set.findings.map(({ code }) => code)).toEqual(['secret', 'secret-word', 'secret-word'])
    expect(JSON.stringify(set.pages)).not.toMatch(/人防|RF2026001|secret-goal/)
  })

  it('leaves out what is exempted or waits for it', () => {
    const proposed = draft(approved('g1'), { reason: '商业秘密' })
    const [row] = disclosureRows([due()], [record({ state: 'exempt' })], () => [], '2026-03-01')
    if (!row) throw new Error('there is a row')
    const { pages, findings } = publicationOf(head, [proposed, { ...draft(), row }], secrets)
    expect(pages).toEqual([])
    expect(findings.map(({ code }) => code)).toEqual(['exempt', 'exempt'])
  })

  it('takes persons out of free text and says so', () => {
    const goal = approved('g1', { contact: '赵联系', annualGoals: ['完工后联系赵联系 13881234567 验收'] })
    const { pages, findings } = publicationOf(head, [draft(goal)], secrets)
    expect(textsOf(pages[0]?.blocks ?? [])).toContain('完工后联系（略） （略） 验收')
    expect(findings.map(({ code }) => code)).toEqual(['personal'])
  })

  it('lists what was shown otherwise than approved', () => {
    const shown = [{ label: '名称', text: '旧名称' }]
    const now = [{ label: '名称', text: '新名称' }]
    const kept = record({ state: 'published', publishedOn: '2026-03-01', shown })
    const [row] = disclosureRows([due()], [kept], () => now, '2026-03-01')
    if (!row) throw new Error('there is a row')
    const { pages, findings } = publicationOf(head, [{ ...draft(), row }], secrets)
    expect(pages).toHaveLength(1)
    expect(findings.map(({ code }) => code)).toEqual(['differs'])
  })

  it.each([
    ['电话0827-8220001。', '电话（略）。'],
    ['身份证511922198001011234', '身份证（略）'],
    ['代码51192225T000000000012', '代码51192225T000000000012'],
    ['资金13881234567890元', '资金13881234567890元'],
    ['完成120公里', '完成120公里'],
  ])('%s becomes %s', (text, clean) => {
    expect(withoutPersons(text, ['李'])).toBe(clean)
  })

  it('never lets a secret name through, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const goal = approved('g2', { annualGoals: [`${before}${hidden.name}${after}`] })
        const { pages } = publicationOf(head, [draft(goal)], secrets)
        expect(pages).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('finds targets of a self-evaluation that were not approved', () => {
    const goal = approved('g1')
    const entries = goal.indicators.map((each) => ({
      ...each,
      actual: '',
      applies: true,
      targetTooLow: false,
      own: null,
      ownReason: '',
      deviation: '',
    }))
    expect(otherTargets({ entries }, goal)).toEqual([])
    const [first, ...rest] = entries
    if (!first) throw new Error('there are entries')
    expect(otherTargets({ entries: [{ ...first, value: '100' }, ...rest] }, goal)).toEqual([
      { name: '养护里程', form: '=100公里', approved: '=120公里' },
    ])
  })
})
