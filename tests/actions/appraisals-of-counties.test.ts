import { beforeEach, describe, expect, it } from 'vitest'
import { takeCountyAppraisal } from '#actions/take-county-appraisal'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { contentsOf, goes } from '#domain/exchange/contents'
import { appraisalsOf, arrivedAppraisals } from '#storage/appraisals'
import { todosOf } from '#storage/todo'
import { by, freshDatabase } from '../storage/world.ts'
import { countySent } from './appraisal-cases.ts'

beforeEach(freshDatabase)

describe('a county and its city', () => {
  it('waits at the city for what arrived, not for counties that assess themselves elsewhere', async () => {
    const { city, sent, book } = await countySent()
    const now = '2027-01-10T02:00:00.000Z'
    const holding = [{ duty: 'performance', scope: '' }] as const
    const waiting = async () =>
      (await todosOf(book.id, by, holding, now)).filter(({ kind }) => kind === 'appraisals')
    expect(await arrivedAppraisals(book.year, await appraisalsOf(book.id))).toMatchObject([
      { ours: { id: city.id }, sent: { id: sent.id } },
    ])
    expect(await waiting()).toMatchObject([{ state: 'arrived', count: 1 }])
    await takeCountyAppraisal(city.id, city.revision, sent.id, by)
    expect(await waiting()).toMatchObject([{ state: 'submitted', count: 1 }])
    expect(await arrivedAppraisals(book.year, await appraisalsOf(book.id))).toEqual([])
  })

  it('takes in what the county handed in, of that county alone and once', async () => {
    const { city, sent, book } = await countySent()
    const taken = await takeCountyAppraisal(city.id, city.revision, sent.id, by)
    expect(taken).toMatchObject({ state: 'submitted', contact: sent.contact })
    expect(taken.items).toEqual(sent.items)
    await expect(takeCountyAppraisal(taken.id, taken.revision, sent.id, by)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const other = (await appraisalsOf(book.id)).find(({ subject }) => subject.code === '511921')
    if (!other) throw new Error('the city assesses every county')
    await expect(takeCountyAppraisal(other.id, other.revision, sent.id, by)).rejects.toMatchObject({
      code: 'not-for-here',
    })
  })

  it('sends its own alone to the city, and the city its scheme for counties alone', async () => {
    const up = contentsOf('report', 'bureau-up')?.find(({ table }) => table === 'appraisals')
    const down = contentsOf('parameters', 'to-bureau')?.find(({ table }) => table === 'schemes')
    if (!up || !down) throw new Error('both travel')
    const { sent } = await countySent()
    expect(goes(up, sent, false)).toBe(true)
    expect(goes(up, { ...sent, isOwn: false }, true)).toBe(false)
    expect(goes(up, { ...sent, state: 'open' }, false)).toBe(false)
    const scheme = { ...countyScheme, state: 'approved' as const }
    expect(goes(down, scheme, false)).toBe(true)
    expect(goes(down, { ...scheme, target: 'section' }, false)).toBe(false)
  })
})
