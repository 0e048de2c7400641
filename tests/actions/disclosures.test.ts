import { describe, expect, it } from 'vitest'
import { checkDisclosures } from '#actions/check-disclosures'
import { correctDisclosure } from '#actions/correct-disclosure'
import { decideExemptions } from '#actions/decide-exemptions'
import { noteDossier } from '#actions/note-dossier'
import { proposeExemptions } from '#actions/propose-exemptions'
import { publishDisclosures } from '#actions/publish-disclosures'
import { withdrawDisclosures } from '#actions/withdraw-disclosures'
import { db } from '#storage/database'
import { disclosuresOf, disclosureWorld } from '#storage/disclosures'
import { disclosureBook, publishedBook, publishing, seen, unseen } from '../storage/disclosure-world.ts'
import { lastAudit } from '../storage/last-audit.ts'
import { acting, by } from '../storage/world.ts'

const code = (error: string) => expect.objectContaining({ code: error })

describe('what was published', () => {
  it('is registered for several at once with what the public was shown', async () => {
    const { book, platform, site } = await disclosureBook()
    const made = await publishDisclosures(book.id, [unseen(platform), unseen(site)], publishing, by)
    expect(made.map(({ state, place }) => [state, place])).toEqual([
      ['published', '预（决）算公开平台'],
      ['published', '部门门户网站'],
    ])
    expect(made[0]?.shown.find(({ label }) => label === '名称')?.text).toBe(platform.name)
    const [entry] = await lastAudit(book.id, 1)
    expect(entry?.summary).toBe('登记公开：2 项信息')
  })

  it('differs once the goal is adjusted, until it is published anew', async () => {
    const { book, platform, record } = await publishedBook()
    await db.goals.put({ ...platform, annualGoals: ['全年供餐 180 天'] })
    const row = async () =>
      (await disclosureWorld(book, '2026-03-01')).rows.find(({ objectId }) => objectId === platform.id)
    expect((await row())?.differences.map(({ label }) => label)).toEqual(['年度目标'])
    await publishDisclosures(book.id, [seen(record)], publishing, by)
    expect((await row())?.differences).toEqual([])
  })

  it.each([
    ['without address and proof', { address: ' ' }, 'proof-missing'],
    ['on no day', { publishedOn: '2026-02-30' }, 'day-unfit'],
    ['on a day to come', { publishedOn: '2999-01-01' }, 'day-unfit'],
  ])('is refused %s', async (_name, change, error) => {
    const { book, platform } = await disclosureBook()
    await expect(
      publishDisclosures(book.id, [unseen(platform)], { ...publishing, ...change }, by),
    ).rejects.toEqual(code(error))
    expect(await disclosuresOf(book.id)).toEqual([])
  })

  it('is never a secret goal, also not among others', async () => {
    const { book, platform, secret } = await disclosureBook()
    await expect(
      publishDisclosures(book.id, [unseen(platform), unseen(secret)], publishing, by),
    ).rejects.toEqual(code('secret-object'))
    expect(await disclosuresOf(book.id)).toEqual([])
  })

  it('is the bureau’s to say on the platform, and the unit’s own on its site', async () => {
    const { book, units, platform, site } = await disclosureBook()
    const unit = acting('unit', units[1].code)
    await expect(publishDisclosures(book.id, [unseen(platform)], publishing, unit)).rejects.toEqual(
      code('not-allowed'),
    )
    expect(await publishDisclosures(book.id, [unseen(site)], publishing, unit)).toHaveLength(1)
    const stranger = acting('unit', '999999')
    const [record] = await disclosuresOf(book.id)
    if (!record) throw new Error('it was published')
    await expect(publishDisclosures(book.id, [seen(record)], publishing, stranger)).rejects.toEqual(
      code('out-of-reach'),
    )
  })

  it('is refused where another changed it meanwhile', async () => {
    const { book, platform } = await publishedBook()
    await expect(publishDisclosures(book.id, [unseen(platform)], publishing, by)).rejects.toEqual(
      code('changed-meanwhile'),
    )
  })

  it('can be taken back', async () => {
    const { book, record } = await publishedBook()
    const [after] = await withdrawDisclosures(book.id, [seen(record)], by)
    expect(after).toMatchObject({ state: 'due', publishedOn: '', address: '', shown: [] })
  })
})

describe('what is not published', () => {
  it('needs a reason, and the approval says whose it was', async () => {
    const { book, site } = await disclosureBook()
    await expect(proposeExemptions(book.id, [unseen(site)], ' ', by)).rejects.toEqual(
      code('exemption-unreasoned'),
    )
    const [asked] = await proposeExemptions(book.id, [unseen(site)], '涉及商业秘密', by)
    if (!asked) throw new Error('it was asked')
    await expect(publishDisclosures(book.id, [seen(asked)], publishing, by)).rejects.toEqual(
      code('not-allowed'),
    )
    const approves = { approves: true, opinion: '同意' }
    const [after] = await decideExemptions(book.id, [seen(asked)], approves, acting('leader'))
    expect(after).toMatchObject({ state: 'exempt', reason: '涉及商业秘密', approvedBy: '局领导 测试员' })
  })

  it('is due again when refused; what is secret cannot be refused', async () => {
    const { book, site, secret } = await disclosureBook()
    const refuses = { approves: false, opinion: '应当公开' }
    const [asked] = await proposeExemptions(book.id, [unseen(site)], '不便公开', by)
    if (!asked) throw new Error('it was asked')
    const [after] = await decideExemptions(book.id, [seen(asked)], refuses, by)
    expect(after).toMatchObject({ state: 'due', reason: '' })
    await expect(decideExemptions(book.id, [unseen(secret)], refuses, by)).rejects.toEqual(
      code('not-allowed'),
    )
    const [kept] = await decideExemptions(book.id, [unseen(secret)], { ...refuses, approves: true }, by)
    expect(kept).toMatchObject({ state: 'exempt', reason: '涉密' })
  })
})

describe('checks by 监督检查局', () => {
  const inspector = acting('inspection')

  it('lead to 整改 with a finding, and back when it was put right', async () => {
    const { book, record } = await publishedBook()
    await expect(
      checkDisclosures(book.id, [seen(record)], { result: 'faulty', finding: '' }, inspector),
    ).rejects.toEqual(code('finding-missing'))
    const faulty = { result: 'faulty', finding: '缺少绩效指标' } as const
    const [checked] = await checkDisclosures(book.id, [seen(record)], faulty, inspector)
    if (!checked) throw new Error('it was checked')
    expect(checked.state).toBe('rectify')
    await expect(correctDisclosure(book.id, seen(checked), '', by)).rejects.toEqual(
      code('correction-missing'),
    )
    const [after] = await correctDisclosure(book.id, seen(checked), '已补充指标', by)
    expect(after?.state).toBe('published')
    expect(after?.checks.at(-1)).toMatchObject({ finding: '缺少绩效指标', correction: '已补充指标' })
  })

  it('are only of what lies open', async () => {
    const { book, site } = await disclosureBook()
    const sound = { result: 'sound', finding: '' } as const
    await expect(checkDisclosures(book.id, [unseen(site)], sound, inspector)).rejects.toEqual(
      code('not-allowed'),
    )
  })
})

describe('一项目一档', () => {
  it('of a secret goal is archived only by who may, and the trail says so', async () => {
    const { book, secret, site, units } = await disclosureBook()
    const unit = acting('unit', units[1].code)
    await noteDossier(site.id, unit)
    await expect(noteDossier(secret.id, unit)).rejects.toEqual(code('not-permitted'))
    await noteDossier(secret.id, by)
    await expect(noteDossier(site.id, acting('unit', '999999'))).rejects.toEqual(code('out-of-reach'))
    const summaries = (await lastAudit(book.id, 2)).map(({ summary }) => summary)
    expect(summaries).toContain('导出一项目一档：人防指挥所改造（涉密）')
  })
})
