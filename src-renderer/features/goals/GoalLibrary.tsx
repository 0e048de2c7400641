import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { GoalContent } from '#domain/goals/goal'
import { type LibraryIndicator, nameKey } from '#domain/library/indicator'
import { commonSector, sectorName, sectors, wholeSet } from '#domain/library/library'
import { type Origin, origins, searchLibrary } from '#domain/library/search'
import { matchSectors, type ProjectFacts, type Suggestion, suggestIndicators } from '#domain/library/suggest'
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

type Shown = { entry: LibraryIndicator; reason?: string }

/** 指标库 beside the goal: what suits this project first, the whole library behind a search and two filters. */
export function GoalLibrary(props: {
  record: GoalRecord
  content: GoalContent
  /** null on a goal that only can be read. */
  onInsert: ((entries: readonly LibraryIndicator[], what: string) => void) | null
}) {
  const { record, content, onInsert } = props
  const { rules } = useSession()
  const { library, own } = useLibrary()
  const [text, setText] = useState('')
  const [sector, setSector] = useState('')
  const [level1, setLevel1] = useState('')
  const [origin, setOrigin] = useState<Origin | ''>('')
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
  const browsing = asked.trim() !== '' || sector !== '' || origin !== ''
  const shown = useMemo((): readonly Shown[] => {
    if (browsing) {
      return searchLibrary(library, sectors, { text: asked, sector, level1, origin }, libraryInitials).map(
        (entry) => ({
          entry,
        }),
      )
    }
    const found: readonly Suggestion[] = suggestIndicators(
      library,
      sectors,
      facts,
      commonSector,
      library.length,
    )
    return found.filter(({ entry }) => level1 === '' || entry.level1 === level1).slice(0, 20)
  }, [browsing, library, asked, sector, level1, origin, facts])
  // The set offered goes with what is recommended: a department's goal is never offered that of a single project.
  const ownSector = firstSector(library, facts)
  const setOf = sector || ownSector
  const missing = wholeSet(library, setOf).filter(
    (entry) => !present.has(nameKey(entry.name)) && entry.kinds.includes(content.kind),
  )

  return (
    <>
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
          value={text}
          onChange={setText}
          width="100%"
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', mt: 1, ml: -2 }}>
          <FilterMenu
            label="行业"
            value={sector}
            options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setSector}
          />
          <FilterMenu
            label="级次"
            value={level1}
            options={rules.frame.map(({ name }) => ({ value: name, label: name }))}
            onChange={setLevel1}
          />
          <FilterMenu
            label="来源"
            value={origin}
            options={Object.entries(origins).map(([value, label]) => ({ value, label }))}
            onChange={(value) => setOrigin(value === 'own' || value === 'shipped' ? value : '')}
          />
        </Box>
      </Box>
      {asked.trim() === '' && onInsert && missing.length > 0 && (
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
            {sectorName(setOf)}整套
            <Box component="span" sx={{ display: 'block', fontSize: 12, color: colours.secondary }}>
              成本、产出、效益、满意度共 {missing.length} 条
            </Box>
          </Box>
          <Button
            size="small"
            onClick={() => onInsert(missing, `“${sectorName(setOf)}”整套 ${missing.length} 条`)}
          >
            插入整套
          </Button>
        </Box>
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
        {browsing ? `找到 ${shown.length} 条` : `推荐 ${shown.length} 条`}
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
          {browsing
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

function firstSector(library: readonly LibraryIndicator[], facts: ProjectFacts): string {
  const suited = sectors.filter((sector) =>
    library.some((entry) => entry.sector === sector.id && entry.kinds.includes(facts.kind)),
  )
  return matchSectors(suited, facts, commonSector)[0]?.sector.id ?? commonSector
}
