import { checkDisclosures } from '#actions/check-disclosures'
import { correctDisclosure } from '#actions/correct-disclosure'
import { decideExemptions } from '#actions/decide-exemptions'
import { noteDossier } from '#actions/note-dossier'
import { notePublicationSet } from '#actions/note-publication-set'
import { proposeExemptions } from '#actions/propose-exemptions'
import { publishDisclosures } from '#actions/publish-disclosures'
import { revokeExemptions } from '#actions/revoke-exemptions'
import { withdrawDisclosures } from '#actions/withdraw-disclosures'
import { disclosureBook, publishedBook, publishing, seen, unseen } from '../storage/disclosure-world.ts'
import { acting, by } from '../storage/world.ts'
import type { Cases } from './action-case.ts'

const faulty = { result: 'faulty', finding: '缺少绩效指标' } as const

/** Every write of 信息公开 and 一项目一档. */
export const disclosureCases = {
  'publish-disclosures': async () => {
    // What every publisher may publish.
    const { book, site } = await disclosureBook()
    return (actor) => publishDisclosures(book.id, [unseen(site)], publishing, actor)
  },
  'withdraw-disclosures': async () => {
    const { book, site } = await disclosureBook()
    const [record] = await publishDisclosures(book.id, [unseen(site)], publishing, by)
    if (!record) throw new Error('it was published')
    return (actor) => withdrawDisclosures(book.id, [seen(record)], actor)
  },
  'propose-exemptions': async () => {
    const { book, site } = await disclosureBook()
    return (actor) => proposeExemptions(book.id, [unseen(site)], '涉及商业秘密', actor)
  },
  'decide-exemptions': async () => {
    const { book, secret } = await disclosureBook()
    const decision = { approves: true, opinion: '' }
    return (actor) => decideExemptions(book.id, [unseen(secret)], decision, actor)
  },
  'revoke-exemptions': async () => {
    const { book, secret } = await disclosureBook()
    const decision = { approves: true, opinion: '' }
    const [record] = await decideExemptions(book.id, [unseen(secret)], decision, by)
    if (!record) throw new Error('it was approved')
    return (actor) => revokeExemptions(book.id, [seen(record)], actor)
  },
  'check-disclosures': async () => {
    const { book, record } = await publishedBook()
    return (actor) => checkDisclosures(book.id, [seen(record)], faulty, actor)
  },
  'correct-disclosure': async () => {
    const { book, record } = await publishedBook()
    const [checked] = await checkDisclosures(book.id, [seen(record)], faulty, acting('inspection'))
    if (!checked) throw new Error('it was checked')
    return (actor) => correctDisclosure(book.id, seen(checked), '已补充指标', actor)
  },
  'make-publication-set': async () => {
    const { book } = await disclosureBook()
    return (actor) => notePublicationSet(book.id, { pages: 1, place: '桌面' }, actor)
  },
  'archive-dossier': async () => {
    const { platform } = await disclosureBook()
    return (actor) => noteDossier(platform.id, actor)
  },
  'archive-secret-dossier': async () => {
    const { secret } = await disclosureBook()
    return (actor) => noteDossier(secret.id, actor)
  },
} satisfies Cases
