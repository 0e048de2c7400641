import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { chapters, helpAreas, pagesByDuty, searchManual, seasons } from '#domain/help/manual'
import { duties } from '#domain/people/duties'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { ChapterCard, EntryCard, SeasonCard } from './ManualCards.tsx'

/** 使用手册: by time, by person, by page and by word; all of it is on this machine. */
export function ManualPage() {
  const { by } = useSession()
  const [address, setInAddress] = useAddress()
  const search = address.get('search') ?? ''
  const part = address.get('part') ?? 'chapter:begin'
  const found = useMemo(() => searchManual(search), [search])
  const isSearching = search.trim() !== ''
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="使用手册" note="不联网也能用">
        <SearchField
          label="查找手册"
          placeholder="输入词语，如 退回、备份"
          value={search}
          onChange={(word) => setInAddress({ search: word })}
          width={260}
        />
        <Button component={Link} to="/help/paper">
          打印整本
        </Button>
      </PageHead>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Contents
          part={isSearching ? '' : part}
          onOpen={(next) => setInAddress({ part: next, search: '' })}
        />
        <Box
          component="section"
          aria-label="手册内容"
          tabIndex={0}
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            p: 4,
            display: 'grid',
            gap: 3,
            alignContent: 'start',
          }}
        >
          {isSearching && (
            <Box role="status" sx={{ fontSize: 13, color: colours.secondary }}>
              找到 {found.length} 处
            </Box>
          )}
          {isSearching && found.length === 0 && (
            <EmptyState text={`手册里没有同时含“${search.trim()}”的内容。换一个更短的词试试。`} />
          )}
          {isSearching
            ? found.map((each) => {
                if (each.kind === 'page') return <EntryCard key={each.entry.path} entry={each.entry} />
                if (each.kind === 'chapter')
                  return <ChapterCard key={each.chapter.id} chapter={each.chapter} />
                return <SeasonCard key={each.season.id} season={each.season} />
              })
            : partOf(part, by.duty)}
        </Box>
      </Box>
    </Box>
  )
}

/** What the contents' line shows. */
function partOf(part: string, ownDuty: string) {
  const [kind = '', id = ''] = part.split(':')
  if (kind === 'season') {
    const season = seasons.find((each) => each.id === id)
    return season && <SeasonCard season={season} />
  }
  if (kind === 'duty') {
    const own = pagesByDuty.find(({ duty }) => duty === (id || ownDuty))
    return own?.entries.map((entry) => <EntryCard key={entry.path} entry={entry} />)
  }
  if (kind === 'area') {
    const area = helpAreas.find((each) => each.id === id)
    return area?.entries.map((entry) => <EntryCard key={entry.path} entry={entry} />)
  }
  const chapter = chapters.find((each) => each.id === id)
  return chapter && <ChapterCard chapter={chapter} />
}

function Contents({ part, onOpen }: { part: string; onOpen: (part: string) => void }) {
  const groups = [
    { name: '通用', lines: chapters.map(({ id, title }) => ({ id: `chapter:${id}`, title })) },
    { name: '按时间', lines: seasons.map(({ id, name }) => ({ id: `season:${id}`, title: name })) },
    {
      name: '按人',
      lines: pagesByDuty
        .filter(({ entries }) => entries.length > 0)
        .map(({ duty }) => ({ id: `duty:${duty}`, title: duties[duty].section })),
    },
    { name: '按页面', lines: helpAreas.map(({ id, name }) => ({ id: `area:${id}`, title: name })) },
  ]
  return (
    <Box
      component="nav"
      aria-label="手册目录"
      sx={{
        ...{ width: 240, flex: 'none', overflow: 'auto', py: 2 },
        ...{ bgcolor: colours.surface, borderRight: `1px solid ${colours.line}` },
      }}
    >
      {groups.map(({ name, lines }) => (
        <Box key={name} sx={{ mb: 2 }}>
          <Box sx={{ px: 4, fontSize: 12, color: colours.secondary }}>{name}</Box>
          {lines.map(({ id, title }) => (
            <ButtonBase
              key={id}
              aria-current={id === part ? 'true' : undefined}
              onClick={() => onOpen(id)}
              sx={{
                ...{
                  width: '100%',
                  justifyContent: 'flex-start',
                  textAlign: 'left',
                  px: 4,
                  py: 0.75,
                  fontSize: 13,
                },
                ...(id === part && { bgcolor: colours.selected, color: 'primary.main', fontWeight: 600 }),
              }}
            >
              {title}
            </ButtonBase>
          ))}
        </Box>
      ))}
    </Box>
  )
}
