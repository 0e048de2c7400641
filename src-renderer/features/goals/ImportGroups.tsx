import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { colours } from '#ui/theme'
import {
  groupOf,
  type ReviewGroup,
  type ReviewGroupId,
  type ReviewRow,
  type ReviewState,
  reviewGroups,
} from './import-rows.ts'

/** The group of a row: shape, word and colour. */
export function GroupMark({ state }: { state: ReviewState }) {
  const group: ReviewGroup = groupOf(state)
  const word = state === 'unreadable' ? '读不了' : group.word
  return (
    <Box component="span" sx={{ color: group.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{group.shape}</span> {word}
    </Box>
  )
}

/** Counts by group; a click shows only that group. */
export function ImportGroups(props: {
  rows: readonly ReviewRow[]
  shown: ReviewGroupId | 'all'
  onShow: (group: ReviewGroupId | 'all') => void
}) {
  const counts = new Map<ReviewGroupId, number>()
  for (const row of props.rows) {
    const { id } = groupOf(row.state)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const tabs = [
    { id: 'all' as const, word: '全部', shape: '', colour: colours.text, count: props.rows.length },
    ...reviewGroups.map((group) => ({ ...group, count: counts.get(group.id) ?? 0 })),
  ]
  return (
    <Box role="group" aria-label="按结果筛选" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {tabs.map((tab) => (
        <Button
          key={tab.id}
          size="small"
          color="inherit"
          variant={props.shown === tab.id ? 'outlined' : 'text'}
          aria-pressed={props.shown === tab.id}
          disabled={tab.count === 0 && tab.id !== 'all'}
          onClick={() => props.onShow(tab.id)}
          sx={{
            borderColor: colours.primary,
            bgcolor: props.shown === tab.id ? colours.selected : 'transparent',
          }}
        >
          <Box
            component="span"
            aria-hidden="true"
            sx={{ color: tab.count > 0 ? tab.colour : 'inherit', mr: 1 }}
          >
            {tab.shape}
          </Box>
          {tab.word} {tab.count}
        </Button>
      ))}
    </Box>
  )
}
