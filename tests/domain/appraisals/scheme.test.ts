import { describe, expect, it } from 'vitest'
import { binderOf } from '#domain/appraisals/binder'
import { candidatesOf, drawSample, isTrueDraw, sampleDraw } from '#domain/appraisals/sampling'
import {
  bareScheme,
  copiedScheme,
  fullPoints,
  groupsFor,
  itemsOf,
  nextScheme,
  rankGroupOf,
  type Scheme,
} from '#domain/appraisals/scheme'
import { schemeProblems } from '#domain/appraisals/scheme-checks'
import { shippedSchemes } from '#domain/appraisals/shipped'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { departmentScheme } from '#domain/appraisals/shipped-department'
import { sectionScheme } from '#domain/appraisals/shipped-section'
import { codesAsked, possibleSubjects, schemeFor } from '#domain/appraisals/subjects'
import { defaultSections } from '#domain/year-book'
import { generatedCounty } from './generated.ts'
import { appraisalOf, item, schemeOf } from './sample.ts'

describe('the tables that come with the program', () => {
  it.each(shippedSchemes)('$name has no fault, and all of it is a proposal', (scheme) => {
    expect(schemeProblems(scheme)).toEqual([])
    expect([scheme, ...scheme.groups, ...itemsOf(scheme)].map(({ mark }) => mark)).not.toContain('源')
    const ids = itemsOf(scheme).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('have the points of the paper: 10+10+12+18+12+18+12+8, and 10+10+25+15+20+12+8', () => {
    const points = (scheme: Scheme) => scheme.groups.map((group) => group.points / 100)
    expect(points(countyScheme)).toEqual([10, 10, 12, 18, 12, 18, 12, 8])
    expect(points(departmentScheme)).toEqual([10, 10, 25, 15, 20, 12, 8])
    expect(fullPoints(countyScheme)).toBe(10_000)
  })

  it('give every section of the bureau a table of a hundred points', () => {
    const sections = defaultSections.filter(
      ({ name, role }) => groupsFor(sectionScheme, name, role === 'spending').length > 0,
    )
    expect(sections.map(({ name }) => name)).toEqual(defaultSections.map(({ name }) => name))
    for (const { name, role } of sections)
      expect([name, fullPoints({ groups: groupsFor(sectionScheme, name, role === 'spending') })]).toEqual([
        name,
        10_000,
      ])
  })
})

describe('a scheme of the bureau', () => {
  it('is a draft of its own, and its next version follows it', () => {
    const kept = { ...countyScheme, bookId: 'b1', revision: 4, changedAt: '', changedBy: '' }
    const copy = copiedScheme({ ...kept, state: 'approved', approvedBy: '甲' }, 'own', '本局')
    expect(copy).toMatchObject({
      id: 'own',
      state: 'draft',
      version: 1,
      basedOn: 'scheme-county',
      approvedBy: '',
    })
    expect(copy).not.toHaveProperty('bookId')
    expect(nextScheme({ ...copy, state: 'approved' }, 'own-2')).toMatchObject({ version: 2, basedOn: 'own' })
    expect(bareScheme(kept)).toEqual(countyScheme)
  })

  it.each<[string, Partial<Scheme>, string]>([
    ['a name', { name: ' ' }, 'name-missing'],
    ['items', { groups: [] }, 'items-missing'],
    ['a hundred points', { groups: countyScheme.groups.slice(1) }, 'total-unfit'],
    ['falling grades', { grades: countyScheme.grades.toReversed() }, 'grades-order'],
    ['a lowest grade from nothing', { grades: countyScheme.grades.slice(0, 2) }, 'grades-open'],
    ['grades', { grades: [] }, 'grades-missing'],
  ])('is not approved without %s', (_, change, code) => {
    expect(schemeProblems({ ...countyScheme, ...change }).map((problem) => problem.code)).toContain(code)
  })

  it('is not approved where parts and points differ', () => {
    const faulty = item({ kind: 'ticks', ticks: [{ id: 't', name: '一', points: 900 }] })
    expect(schemeProblems(schemeOf(faulty)).map(({ code }) => code)).toContain('item-sum')
  })

  it('ranks a code in the group that names it, others in the one that takes the rest', () => {
    expect(['511902', '511922', '511999'].map((code) => rankGroupOf(countyScheme, code))).toEqual([
      ...['非扩权县', '扩权县', '其他'],
    ])
  })
})

describe('who may be assessed', () => {
  const identity = { regionCode: '511922', regionName: '南江县', level: 'county' as const }
  const units = [
    { id: 'u1', code: '101', name: '教育局', parentId: '' },
    { id: 'u2', code: '10101', name: '一小', parentId: 'u1' },
  ]
  const base = { identity, units, sections: defaultSections }

  it('a county is assessed by itself for the city, which assesses all but itself', () => {
    expect(possibleSubjects(countyScheme, base)).toMatchObject([
      { code: '511922', isOwn: true, group: '扩权县' },
    ])
    const city = { ...base, identity: { regionCode: '511900', regionName: '巴中市', level: 'city' as const } }
    const counties = possibleSubjects(countyScheme, city)
    expect(counties).toHaveLength(6)
    expect(counties.every(({ isOwn, code }) => !isOwn && code !== '511900')).toBe(true)
  })

  it('departments are assessed, the units under them with them', () => {
    expect(possibleSubjects(departmentScheme, base)).toMatchObject([{ code: '101', unitId: 'u1' }])
  })

  it('who has a notice already is known by the target of its scheme', () => {
    const asked = [appraisalOf(countyScheme), appraisalOf(departmentScheme)].map((each, index) => ({
      ...each,
      subject: { ...each.subject, code: `${index}` },
    }))
    expect([...codesAsked(asked, 'department')]).toEqual(['1'])
    expect(codesAsked(asked, 'section').size).toBe(0)
  })

  it('a spending section keeps its own part of the table alone', () => {
    const [subject] = possibleSubjects(sectionScheme, base).filter(({ isSpending }) => isSpending)
    if (!subject) throw new Error('there is a spending section')
    expect(schemeFor(sectionScheme, subject).groups.map(({ only }) => only)).toEqual(['spending'])
  })
})

describe('抽查', () => {
  const facts = generatedCounty(11)
  const candidates = candidatesOf('goals', facts)

  it('has approved goals alone, and no secret one', () => {
    const open = facts.goals.filter(({ status, secret }) => status === 'approved' && !secret)
    expect(candidates.map(({ id }) => id)).toEqual(open.map(({ id }) => id).sort())
    expect(facts.goals.some(({ status, secret }) => status === 'approved' && secret)).toBe(true)
  })

  it('is the same for a seed in whatever order the candidates stand', () => {
    const wish = { size: 5, ids: [], reason: '' }
    const { picked } = drawSample(wish, candidates, 'seed')
    expect(drawSample(wish, candidates.toReversed(), 'seed').picked).toEqual(picked)
    expect(new Set(picked).size).toBe(5)
    expect(drawSample(wish, candidates, 'other').picked).not.toEqual(picked)
  })

  it('shows when its record was changed', () => {
    const wish = { size: 3, ids: [], reason: '' }
    const { picked } = drawSample(wish, candidates, 'seed')
    const made = { id: 'd', seed: 'seed', at: '', by: '', duty: 'performance' as const }
    const draw = sampleDraw('i1', wish, candidates, picked, made)
    expect(isTrueDraw(draw)).toBe(true)
    expect(isTrueDraw({ ...draw, picked: [...picked.slice(1), candidates[0]?.id ?? ''] })).toBe(false)
    expect(isTrueDraw({ ...draw, seed: 'forged' })).toBe(false)
  })

  it.each([
    [{ size: 0, ids: [], reason: '' }, 'sample-size'],
    [{ size: 1000, ids: [], reason: '' }, 'sample-size'],
    [{ size: 1.5, ids: [], reason: '' }, 'sample-size'],
    [{ size: 1, ids: ['g000'], reason: ' ' }, 'sample-reason'],
    [{ size: 1, ids: ['nobody'], reason: '群众反映' }, 'sample-ids'],
  ])('refuses %o', (wish, code) => {
    const { picked, problems } = drawSample(wish, candidates, 'seed')
    expect([picked, problems.map((each) => each.code)]).toEqual([[], [code]])
  })

  it('has nothing to draw in an empty book', () => {
    expect(drawSample({ size: 1, ids: [], reason: '' }, [], 'seed').problems[0]?.code).toBe(
      'sample-candidates',
    )
  })
})

describe('佐证册', () => {
  const picture = { hash: 'a'.repeat(64), name: '文件/1.png', size: 10, addedAt: '', addedBy: '' }
  const paper = { ...picture, hash: 'b'.repeat(64), name: '计划.pdf' }

  it('gives every item its page: one for itself, one for each picture before it', () => {
    const binder = binderOf(
      appraisalOf(countyScheme, { c11: { evidence: [picture, paper] }, c12: { evidence: [paper] } }),
    )
    expect(binder.entries.slice(0, 3).map(({ number, page }) => [number, page])).toEqual([
      ['1.1', binder.contents.length + 1],
      ['1.2', binder.contents.length + 3],
      ['1.3', binder.contents.length + 4],
    ])
    // 34 lines of contents a page: eight groups and more items than are left beside them.
    const rows = binder.contents.flat()
    expect(rows).toHaveLength(countyScheme.groups.length + itemsOf(countyScheme).length)
    expect(binder.pages).toBe(binder.contents.length + itemsOf(countyScheme).length + 1)
  })

  it('is printed on as many pages as it numbers, however long a text or a list of proofs is', () => {
    const long = `${'多次召开专题会议。'.repeat(400)}\n结束`
    const many = Array.from({ length: 60 }, (_, at) => ({ ...paper, name: `佐证 ${at}.pdf` }))
    const binder = binderOf(
      appraisalOf(countyScheme, { c11: { note: long, evidence: [picture] }, c12: { evidence: many } }),
    )
    let page = binder.contents.length + 1
    for (const entry of binder.entries) {
      expect([entry.number, entry.page]).toEqual([entry.number, page])
      page += entry.pages.length + entry.pictures.length
      for (const lines of entry.pages) {
        // 84 halves of a letter a line; a letter takes two of them, a Latin one or a figure one.
        const wide = (text: string) => [...text].reduce((sum, each) => sum + (each < '\u0080' ? 1 : 2), 0)
        const taken = lines.map(({ text }) => Math.max(1, Math.ceil(wide(text) / 84)))
        expect(taken.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(34)
      }
    }
    expect(binder.pages).toBe(page - 1)
    const [first, second] = binder.entries
    expect(first?.pages.length).toBeGreaterThan(2)
    expect(second?.pages.length).toBe(2)
    const said = first?.pages.flat().map(({ text }) => text)
    expect(said?.join('')).toContain(long.replace('\n', ''))
  })

  it('puts each proof in the folder of its item, under a name that every disk takes', () => {
    const [entry] = binderOf(appraisalOf(countyScheme, { c11: { evidence: [picture, paper] } })).entries
    expect(entry?.files.map(({ folder, name }) => [...folder, name].join('|'))).toEqual([
      '01 组织保障|01 领导小组与机构人员|01 文件-1.png',
      '01 组织保障|01 领导小组与机构人员|02 计划.pdf',
    ])
  })
})
