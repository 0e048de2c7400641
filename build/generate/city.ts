import { farmingProjects } from '#demo/projects-farming'
import { healthProjects } from '#demo/projects-health'
import { landProjects } from '#demo/projects-land'
import { peopleProjects } from '#demo/projects-people'
import { placeProjects } from '#demo/projects-places'
import { policiesAndOthers } from '#demo/projects-policies'
import { schoolProjects } from '#demo/projects-schools'
import { townProjects } from '#demo/projects-town'
import { worksProjects } from '#demo/projects-works'
import type { DemoProject } from '#demo/read-projects'
import { readProjects } from '#demo/read-projects'
import { departments as demoDepartments } from '#demo/units'
import { defaultSections, type Section, type Unit } from '#domain/year-book'
import { initialsOf } from '#storage/initials'
import { type Chance, chanceOf } from './chance.ts'
import { commonIndicators, departmentNames, places } from './words.ts'

/** How large the city is; the last of its years is `lastYear`. */
export type Size = { units: number; projects: number; years: number; seed: number }

export const lastYear = 2026
const region = '511900'
export const place = '巴中市'
/** Departments are this part of all units. */
const unitsPerDepartment = 8
const indicatorCount = 10

export type CityUnit = Pick<Unit, 'code' | 'name'> & { parent: string; section: string }

/** 主管部门 and their units, `count` together, by code. */
export function cityUnits(count: number): CityUnit[] {
  const departmentCount = Math.max(1, Math.ceil(count / unitsPerDepartment))
  const departments = Array.from({ length: departmentCount }, (_, order) => departmentAt(order))
  const own = departments.map((): CityUnit[] => [])
  for (let at = 0; at < count - departmentCount; at++) {
    const order = at % departmentCount
    const department = departments[order]
    const list = own[order]
    if (!department || !list) continue
    const word = department.words[list.length % department.words.length] ?? ''
    const where = places[(order * 7 + list.length) % places.length] ?? ''
    const code = `${department.code}${String(list.length + 1).padStart(3, '0')}`
    list.push({ code, name: `${place}${where}${word}`, parent: department.code, section: department.section })
  }
  return departments.flatMap(({ code, name, section }, order) => [
    { code, name, parent: '', section },
    ...(own[order] ?? []),
  ])
}

function departmentAt(order: number) {
  const [name, section, words] = departmentNames[order % departmentNames.length] ?? [
    '财政局',
    '05',
    ['服务中心'],
  ]
  const round = Math.floor(order / departmentNames.length)
  // A city has no more departments than that: what comes after them are its districts' branches.
  const branch = round === 0 ? '' : (places[round * 11 + order] ?? `第${round}`)
  return { code: String(101 + order), name: `${place}${branch}${name}${branch && '分局'}`, section, words }
}

export function sectionsOfBook(bookId: string, nextId: () => string): Section[] {
  return defaultSections.map((section, order) => ({ ...section, id: nextId(), bookId, order }))
}

export function unitsOfBook(
  bookId: string,
  all: readonly CityUnit[],
  sections: readonly Section[],
  nextId: () => string,
): Unit[] {
  const idOf = new Map(all.map(({ code }) => [code, nextId()]))
  return all.map(({ code, name, parent, section }) => ({
    ...{ id: idOf.get(code) ?? '', bookId, code, name, parentId: idOf.get(parent) ?? '' },
    sectionId: sections.find((each) => each.code === section)?.id ?? '',
    initials: initialsOf(name),
  }))
}

/** One project of the city; the same in all its years. */
export type Plan = {
  code: string
  unitCode: string
  department: string
  order: number
  project: DemoProject
  /** One of the demo's own names: the evaluations of the demo are about those. */
  isPlain: boolean
  chance: () => Chance
}

const texts = [
  ...[peopleProjects, landProjects, townProjects, policiesAndOthers, schoolProjects],
  ...[healthProjects, farmingProjects, worksProjects, placeProjects],
]

const templates = new Map<string, DemoProject[]>()
for (const project of texts.flatMap(readProjects)) {
  const code = demoDepartments.find((each) => project.unitCode.startsWith(each.code))?.section ?? '05'
  templates.set(code, [...(templates.get(code) ?? []), project])
}

/** The projects of a year, by code: each place in the list is held by one project, or by one after another. */
export function plansOf({ units, projects, years, seed }: Size, year: number): Plan[] {
  const all = cityUnits(units)
  const holders = all.filter(({ parent }) => parent !== '')
  const nameOf = new Map(all.map(({ code, name }) => [code, name]))
  const inSection = new Map<string, number>()
  const plans = Array.from({ length: projects }, (_, order): Plan => {
    const unit = holders[order % holders.length] ?? all[0]
    if (!unit) throw new Error('a city has units')
    const at = inSection.get(unit.section) ?? 0
    inSection.set(unit.section, at + 1)
    const { project, isPlain } = projectAt(unit, at, { year, first: lastYear - years + 1, seed })
    const serial = String(order + 1).padStart(8, '0')
    const code = `${region}${String(project.from % 100)}T${serial}`
    const subject = `${code} ${year}`
    const department = nameOf.get(unit.parent) ?? ''
    const chance = () => chanceOf(seed, subject)
    return { code, unitCode: unit.code, department, order, project, isPlain, chance }
  })
  return plans.toSorted((left, right) => (left.code < right.code ? -1 : 1))
}

type When = { year: number; first: number; seed: number }

function projectAt(
  unit: CityUnit,
  at: number,
  { year, first, seed }: When,
): Pick<Plan, 'project' | 'isPlain'> {
  const list = templates.get(unit.section) ?? [...templates.values()][0] ?? []
  const template = list[at % list.length]
  if (!template) throw new Error('there are projects of every section')
  const turn = Math.floor(at / list.length)
  const chance = chanceOf(seed, `${unit.code} ${at}`)
  // The first of each kind carry the plain name and are there every year.
  if (turn === 0)
    return { project: { ...ofUnit(template, unit, chance, ''), from: first, to: lastYear }, isPlain: true }
  const where = places[(turn - 1) % places.length] ?? ''
  const stage = Math.floor((turn - 1) / places.length)
  const named = ofUnit(template, unit, chance, `${where}${stage === 0 ? '' : `第${stage + 1}片区`}`)
  return { project: inTime(named, year, first, turn), isPlain: false }
}

/** What is recurring is there every year, what goes on for three, the rest is new each year. */
function inTime(project: DemoProject, year: number, first: number, turn: number): DemoProject {
  if (project.duration === 'recurring') return { ...project, from: first, to: lastYear }
  if (project.duration === 'once')
    return { ...project, name: `${project.name}（${year}年）`, from: year, to: year }
  const from = year - ((year + turn) % 3)
  return { ...project, name: `${project.name}（${from}—${from + 2}年）`, from, to: from + 2 }
}

/** A kind of project as one unit has it: its own place, amount, targets and words. */
function ofUnit(template: DemoProject, unit: CityUnit, chance: Chance, where: string): DemoProject {
  const percent = where === '' ? 100 : 30 + chance.whole(140)
  const said = (text: string) => text.replace(/[^。]+。?/g, (sentence) => `${where}${sentence}`)
  const extra = commonIndicators
    .slice(0, Math.max(0, indicatorCount - template.indicators.length))
    .map(([level2, name, operator, value, unitOf]) => ({
      level2,
      name,
      operator,
      value: String(value),
      unit: unitOf,
    }))
  return {
    ...template,
    unitCode: unit.code,
    name: `${where}${template.name}`,
    amount: Math.max(3, Math.round((template.amount * percent) / 100)),
    amountBefore: null,
    overview: said(template.overview),
    indicators: [...template.indicators, ...extra].map((row) => ({
      ...row,
      value: scaled(row, percent),
    })),
  }
}

function scaled({ operator, value, unit }: DemoProject['indicators'][number], percent: number): string {
  const number = Number(value)
  if (operator !== '≥' || !Number.isInteger(number) || number < 40 || unit === '%') return value
  return String(Math.max(1, Math.round((number * percent) / 100)))
}
