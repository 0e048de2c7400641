import Box from '@mui/material/Box'
import { type FoundGroup, type SearchGroup, type SearchThing, searchGroups } from '#domain/search/search'
import { colours } from '#ui/theme'

/** A line that can be chosen: something to open, or the rest of its group. */
export type SearchLine = { group: SearchGroup; thing: SearchThing } | { group: SearchGroup; more: number }

/** The lines in the order of the arrows; a group of which not all is shown ends with what is left. */
export function linesOf(found: readonly FoundGroup[], opened: SearchGroup | null): SearchLine[] {
  return found.flatMap(({ group, things, total }) => [
    ...things.map((thing) => ({ group, thing })),
    ...(total > things.length && group !== opened ? [{ group, more: total - things.length }] : []),
  ])
}

type Props = {
  id: string
  found: readonly FoundGroup[]
  lines: readonly SearchLine[]
  active: number
  optionId: (line: number) => string
  onPoint: (line: number) => void
  onChoose: (line: SearchLine) => void
}

/** What was found, by group; the focus stays in the field, the line that Enter opens is tinted. */
export function SearchResults({ id, found, lines, active, optionId, onPoint, onChoose }: Props) {
  return (
    <Box
      id={id}
      role="listbox"
      aria-label="搜索结果"
      tabIndex={-1}
      sx={{ overflow: 'auto', minHeight: 0, py: found.length > 0 ? 1 : 0 }}
    >
      {found.map(({ group, total }) => (
        <Box key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <Box id={`${id}-${group}`} sx={{ px: 4, pt: 2, pb: 0.5, fontSize: 12, color: colours.secondary }}>
            {searchGroups[group]} {total.toLocaleString('zh-CN')}
          </Box>
          {lines.map((line, index) =>
            line.group === group ? (
              <Box
                key={'more' in line ? 'more' : line.thing.id}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                onMouseMove={() => index !== active && onPoint(index)}
                onClick={() => onChoose(line)}
                sx={{
                  ...{ display: 'flex', alignItems: 'baseline', gap: 3, px: 4, py: 1, minHeight: 34 },
                  ...{ fontSize: 14, cursor: 'pointer', borderLeft: '3px solid transparent' },
                  ...(index === active && { bgcolor: colours.selected, borderLeftColor: colours.primary }),
                }}
              >
                {'more' in line ? (
                  <Box sx={{ color: colours.primary, fontSize: 13 }}>
                    更多：另有 {line.more.toLocaleString('zh-CN')} 个
                  </Box>
                ) : (
                  <Thing thing={line.thing} />
                )}
              </Box>
            ) : null,
          )}
        </Box>
      ))}
    </Box>
  )
}

function Thing({ thing }: { thing: SearchThing }) {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
  return (
    <>
      <Box title={thing.name} sx={{ ...cut, flex: '0 1 auto' }}>
        {thing.name}
      </Box>
      {thing.code !== '' && thing.group !== 'page' && (
        <Box sx={{ flex: 'none', fontSize: 12, color: colours.secondary }}>{thing.code}</Box>
      )}
      <Box sx={{ ...cut, ml: 'auto', maxWidth: '45%', flex: 'none', fontSize: 12, color: colours.secondary }}>
        {thing.note}
      </Box>
    </>
  )
}
