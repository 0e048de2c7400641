/** What can be found, in the order in which it is shown. */
export const searchGroups = {
  page: '页面',
  command: '操作',
  project: '项目',
  unit: '单位',
  document: '文件资料',
} as const
export type SearchGroup = keyof typeof searchGroups
const searchGroupList = Object.keys(searchGroups) as SearchGroup[] // the keys of the table

/** Something that can be opened. */
export type SearchThing = {
  group: SearchGroup
  id: string
  name: string
  /** 项目编码, 单位编码 or 文号; '' where it has none. */
  code: string
  /** Lower-case pinyin initials of the name. */
  initials: string
  /** What it is, or whose: stands small behind the name. */
  note: string
  /** Its address in the application. */
  path: string
}

/** A thing with what is compared, worked out once. */
export type Searchable = { thing: SearchThing; name: string; code: string; initials: string }

/** Width, case and blanks at the ends do not count. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

/** A thing with its texts made ready once, not at every key. */
export function searchable(thing: SearchThing): Searchable {
  return { thing, name: plain(thing.name), code: plain(thing.code), initials: thing.initials.toLowerCase() }
}

/** The words of a query; all of them have to be found. */
export function wordsOf(query: string): string[] {
  return plain(query).split(/\s+/).filter(Boolean)
}

/** How well a word fits, best first: exactly, as a beginning, as initials from the first on, somewhere, initials within. */
const ranks = { exact: 0, start: 1, initialsStart: 2, inside: 3, initialsInside: 4 } as const
const rankCount = Object.keys(ranks).length

function rankOfWord({ name, code, initials }: Searchable, word: string): number | null {
  if (code === word || name === word) return ranks.exact
  const inName = name.indexOf(word)
  const inCode = code.indexOf(word)
  if (inName === 0 || inCode === 0) return ranks.start
  const inInitials = initials.indexOf(word)
  if (inInitials === 0) return ranks.initialsStart
  if (inName > 0 || inCode > 0) return ranks.inside
  return inInitials > 0 ? ranks.initialsInside : null
}

/** How well a thing fits all words: as badly as the worst of them; null where one is not found. */
export function rankOf(each: Searchable, words: readonly string[]): number | null {
  let worst = 0
  for (const word of words) {
    const rank = rankOfWord(each, word)
    if (rank === null) return null
    worst = Math.max(worst, rank)
  }
  return worst
}

/** What was found of a group: the best first, and how many there are in all. */
export type FoundGroup = { group: SearchGroup; things: readonly SearchThing[]; total: number }

/** Within a rank the shorter name is the nearer one; then the order of the names. */
function nearerFirst(left: Searchable, right: Searchable): number {
  return (
    left.name.length - right.name.length ||
    (left.name < right.name ? -1 : left.name > right.name ? 1 : left.thing.id < right.thing.id ? -1 : 1)
  )
}

/**
 * What fits all words of a query (name, code or pinyin initials of each thing), by group; `limitOf` says how many of a group
 * are given out. Nothing for a blank query.
 */
export function find(
  all: readonly Searchable[],
  query: string,
  limitOf: (group: SearchGroup) => number,
): FoundGroup[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const ranked = new Map<SearchGroup, Searchable[][]>()
  for (const each of all) {
    const rank = rankOf(each, words)
    if (rank === null) continue
    const { group } = each.thing
    const rows = ranked.get(group) ?? Array.from({ length: rankCount }, () => [])
    rows[rank]?.push(each)
    ranked.set(group, rows)
  }
  return searchGroupList.flatMap((group) => {
    const rows = ranked.get(group)
    return rows ? [{ group, ...bestOf(rows, limitOf(group)) }] : []
  })
}

/** Only as many ranks are put in order as are given out: one letter may fit twenty thousand names. */
function bestOf(rows: readonly Searchable[][], limit: number): Pick<FoundGroup, 'things' | 'total'> {
  const best: Searchable[] = []
  for (const row of rows) {
    if (best.length >= limit) break
    best.push(...row.toSorted(nearerFirst).slice(0, limit - best.length))
  }
  return { things: best.map(({ thing }) => thing), total: rows.reduce((sum, row) => sum + row.length, 0) }
}
