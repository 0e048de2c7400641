import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { GoalContent } from '#domain/goals/goal'
import { type LibraryIndicator, nameKey } from '#domain/library/indicator'
import { commonSector, sectorName, sectors, wholeSet } from '#domain/library/library'
import { type Origin, origins, searchLibrary } from '#domain/library/search'
import { matchSectors, type ProjectFacts, suggestIndicators } from '#domain/library/suggest'
import { useSession } from '#session'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { colours } from '#ui/theme'
import type { GoalRecord } from './goal-record.ts'
import { LibraryEntry } from './LibraryEntry.tsx'
import { libraryInitials } from './library-initials.ts'
import { ProposeRow } from './ProposeRow.tsx'
import { useLibrary } from './use-library.ts'

/** Entries drawn at once; more are asked for by a narrower search. */
const mostShown = 60
const mostRecommended = 20

type Filter = { sector: string; level1: string; origin: Origin | '' }
type Shown = { entry: LibraryIndicator; reason?: string }

/** 指标库 beside the goal: what suits this project first, the whole library behind a search and two filters. */
export function GoalLibrary(props: {
  record: GoalRecord
  content: GoalContent
  /** null on a goal that only can be read. */
  onInsert: ((entries: readonly LibraryIndicator[], what: string) => void) | null
}) {
  const { record, content, onInsert } = props
  const { library, own } = useLibrary()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<Filter>({ sector: '', level1: '', origin: '' })
  const asked = useDeferredValue(text)
  const present = useMemo(
    () => new Set(content.indicators.map((row) => nameKey(row.name))),
    [content.indicators],
  )
  const facts = useMemo(
    () => ({
      name: content.name,
      overview: content.overview,
      unitName: record.units.find((unit) => unit.id === content.unitId)?.name ?? '',
      kind: content.kind,
      present: content.indicators,
      previous: record.previous?.indicators ?? [],
    }),
    [content, record],
  )
  const isBrowsing = asked.trim() !== '' || filter.sector !== '' || filter.origin !== ''
  const shown = useMemo(
    (): readonly Shown[] =>
      isBrowsing ? found(library, asked, filter) : recommended(library, facts, filter.level1),
    [isBrowsing, library, asked, filter, facts],
  )
  // The set offered goes with what is recommended: a department's goal is never offered that of a single project.
  const ownSector = firstSector(library, facts)
  const setOf = filter.sector || ownSector
  const missing = wholeSet(library, setOf).filter(
    (entry) => !present.has(nameKey(entry.name)) && entry.kinds.includes(content.kind),
  )

  return (
    <>
      <LibrarySearch text={text} onText={setText} filter={filter} onFilter={setFilter} />
      {asked.trim() === '' && onInsert && missing.length > 0 && (
        <WholeSet
          sector={setOf}
          count={missing.length}
          onInsert={() => onInsert(missing, `“${sectorName(setOf)}”整套 ${missing.length} 条`)}
        />
      )}
      {onInsert && (
        <ProposeRow
          content={content}
          year={record.goal.year}
          sector={ownSector}
          known={[...library, ...own]}
          library={library}
        />
      )}
      <Box role="status" sx={{ px: 3, pt: 2, fontSize: 12, color: colours.secondary }}>
        {isBrowsing ? `找到 ${shown.length} 条` : `推荐 ${shown.length} 条`}
        {shown.length > mostShown && `，先列 ${mostShown} 条，请缩小范围`}
      </Box>
      <Box component="ul" aria-label="指标库" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.slice(0, mostShown).map(({ entry, reason }) => (
          <LibraryEntry
            key={entry.id}
            entry={entry}
            {...(reason === undefined ? {} : { reason })}
            present={present.has(nameKey(entry.name))}
            onInsert={onInsert && (() => onInsert([entry], `“${entry.name}”`))}
          />
        ))}
      </Box>
      {shown.length === 0 && (
        <Box sx={{ p: 3, fontSize: 13, color: colours.secondary }}>
          {isBrowsing
            ? '指标库里没有找到。换一个词，或清除行业、级次再找。'
            : '没有可推荐的指标。可按名称或行业查找整个指标库。'}
        </Box>
      )}
      <Box sx={{ p: 3, fontSize: 12 }}>
        <Link to="/goals/library">查看整个指标库（{library.length} 条）</Link>
      </Box>
    </>
  )
}

function found(library: readonly LibraryIndicator[], text: string, filter: Filter): readonly Shown[] {
  return searchLibrary(library, sectors, { text, ...filter }, libraryInitials).map((entry) => ({ entry }))
}

/** What suits the project best, of one level where one is chosen. */
function recommended(
  library: readonly LibraryIndicator[],
  facts: ProjectFacts,
  level1: string,
): readonly Shown[] {
  return suggestIndicators(library, sectors, facts, commonSector, library.length)
    .filter(({ entry }) => level1 === '' || entry.level1 === level1)
    .slice(0, mostRecommended)
}

function LibrarySearch(props: {
  text: string
  onText: (text: string) => void
  filter: Filter
  onFilter: (filter: Filter) => void
}) {
  const { filter, onFilter } = props
  const { rules } = useSession()
  return (
    <Box
      role="search"
      aria-label="筛选指标库"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1,
        px: 3,
        py: 2,
        bgcolor: colours.surface,
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      <SearchField
        label="查找指标"
        placeholder="名称、行业、拼音首字母"
        value={props.text}
        onChange={props.onText}
        width="100%"
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', mt: 1, ml: -2 }}>
        <FilterMenu
          label="行业"
          value={filter.sector}
          options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(sector) => onFilter({ ...filter, sector })}
        />
        <FilterMenu
          label="级次"
          value={filter.level1}
          options={rules.frame.map(({ name }) => ({ value: name, label: name }))}
          onChange={(level1) => onFilter({ ...filter, level1 })}
        />
        <FilterMenu
          label="来源"
          value={filter.origin}
          options={Object.entries(origins).map(([value, label]) => ({ value, label }))}
          onChange={(value) =>
            onFilter({ ...filter, origin: value === 'own' || value === 'shipped' ? value : '' })
          }
        />
      </Box>
    </Box>
  )
}

/** 整套: what of the sector's set the goal has not yet. */
function WholeSet({ sector, count, onInsert }: { sector: string; count: number; onInsert: () => void }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        p: '6px 4px 6px 12px',
        bgcolor: colours.selected,
        fontSize: 13,
        lineHeight: '20px',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {sectorName(sector)}整套
        <Box component="span" sx={{ display: 'block', fontSize: 12, color: colours.secondary }}>
          成本、产出、效益、满意度共 {count} 条
        </Box>
      </Box>
      <Button size="small" onClick={onInsert}>
        插入整套
      </Button>
    </Box>
  )
}

function firstSector(library: readonly LibraryIndicator[], facts: ProjectFacts): string {
  const suited = sectors.filter((sector) =>
    library.some((entry) => entry.sector === sector.id && entry.kinds.includes(facts.kind)),
  )
  return matchSectors(suited, facts, commonSector)[0]?.sector.id ?? commonSector
}
