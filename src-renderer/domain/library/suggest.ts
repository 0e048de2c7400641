import type { ObjectKind } from '../goals/goal.ts'
import { type LibraryIndicator, nameKey, type Sector } from './indicator.ts'

/** What is known of the project for which indicators are wanted. */
export type ProjectFacts = {
  name: string
  overview: string
  unitName: string
  kind: ObjectKind
  /** Indicators on the goal now: their names are not offered again. */
  present: readonly { name: string; level2: string }[]
  /** Indicators of the same project last year. */
  previous: readonly { name: string }[]
}

export type Suggestion = { entry: LibraryIndicator; score: number; reason: string }
export type SectorMatch = { sector: Sector; score: number; reason: string }

/** Words that every second name holds say nothing of what a project is about. */
const emptyPairs = new Set(
  '项目 完成 合格 格率 成率 数量 满意 意度 比例 标准 费用 资金 补助 人数 建设 工程 覆盖 盖率 时限 按期 及时 年度'.split(
    ' ',
  ),
)

/** A word of the name, the unit, or three words of the overview. */
const leastScore = 3

/** Two-character pieces of an entry's name that stand in a text: a rough, cheap measure of kinship. */
function sharedPairs(name: string, text: string): string[] {
  const pairs = Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2))
  return [...new Set(pairs)].filter((pair) => !emptyPairs.has(pair) && text.includes(pair))
}

/** How well a project goes with a sector: words of its name count 4, its unit 3, its overview 1 (at most 3). */
function matchSector(
  sector: Sector,
  facts: Pick<ProjectFacts, 'name' | 'overview' | 'unitName'>,
): SectorMatch {
  const inName = sector.words.filter((word) => facts.name.includes(word))
  const inUnit = sector.unitWords.filter((word) => facts.unitName.includes(word))
  const inOverview = sector.words.filter((word) => facts.overview.includes(word))
  const score = inName.length * 4 + Math.min(1, inUnit.length) * 3 + Math.min(3, inOverview.length)
  const reason = inName[0]
    ? `项目名称含“${inName[0]}”`
    : inUnit[0]
      ? `单位名称含“${inUnit[0]}”`
      : inOverview[0]
        ? `项目概况含“${inOverview[0]}”`
        : ''
  return { sector, score, reason }
}

/**
 * Sectors by how well they go with a project, best first. Left out are those of which only a word or two stand in the
 * overview: long overviews name many things in passing. 共性指标
 * (`common`) is never a match: it suits everything.
 */
export function matchSectors(
  sectors: readonly Sector[],
  facts: Pick<ProjectFacts, 'name' | 'overview' | 'unitName'>,
  common: string,
): SectorMatch[] {
  return sectors
    .filter((sector) => sector.id !== common)
    .map((sector) => matchSector(sector, facts))
    .filter((match) => match.score >= leastScore)
    .sort((left, right) => right.score - left.score)
}

/**
 * Indicators for one project, best first, each with its reason in Chinese. The sector decides most, then kinship of the
 * indicator's own name, last year's use, whether the goal has nothing of that second level yet, and whether it is part
 * of the sector's whole set or the county's own. Names already on the goal, and kinds of object it does not suit, are left out. A project
 * that points to no sector gets 共性指标.
 */
export function suggestIndicators(
  entries: readonly LibraryIndicator[],
  sectors: readonly Sector[],
  facts: ProjectFacts,
  common: string,
  limit = 20,
): Suggestion[] {
  const suited = entries.filter((entry) => entry.kinds.includes(facts.kind))
  const withRows = new Set(suited.map((entry) => entry.sector))
  const matches = matchSectors(
    sectors.filter((sector) => withRows.has(sector.id)),
    facts,
    common,
  )
  const best = matches[0]?.score ?? 0
  // A weak second sector (an overview that names a road in passing) would only be noise.
  const bySector = new Map(
    matches.filter((match) => match.score * 2 > best).map((match) => [match.sector.id, match]),
  )
  const present = new Set(facts.present.map((row) => nameKey(row.name)))
  const filledLevels = new Set(facts.present.map((row) => row.level2))
  const lastYear = new Set(facts.previous.map((row) => nameKey(row.name)))
  const text = `${facts.name} ${facts.overview}`

  function rank(entry: LibraryIndicator): Suggestion | null {
    if (present.has(nameKey(entry.name))) return null
    const match = bySector.get(entry.sector)
    const used = lastYear.has(nameKey(entry.name))
    if (!match && !used && (entry.sector !== common || best > 0)) return null
    const pairs = sharedPairs(entry.name, text)
    const missing = !filledLevels.has(entry.level2)
    const score =
      (match?.score ?? 0) * 2 +
      Math.min(4, pairs.length) * 2 +
      (used ? 30 : 0) +
      (missing ? 3 : 0) +
      (entry.inSet || entry.mark === '本县' ? 2 : 0)
    return { entry, score, reason: reasonFor(entry, used, match, missing && facts.present.length > 0) }
  }

  return suited
    .map(rank)
    .filter((suggestion) => suggestion !== null)
    .sort((left, right) => right.score - left.score)
    .slice(0, limit)
}

function reasonFor(
  entry: LibraryIndicator,
  used: boolean,
  match: SectorMatch | undefined,
  missing: boolean,
): string {
  const parts = [
    used ? '上年用过同名指标' : (match?.reason ?? '各类项目通用'),
    ...(missing ? [`还没有${entry.level2}`] : []),
  ]
  return parts.join('，')
}
