import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { LibraryIndicator } from '#domain/library/indicator'
import { entryKey } from '#domain/library/own-indicator'
import type { Cited } from '#storage/own-indicators'
import { colours } from '#ui/theme'
import { useCitations } from './use-library.ts'

/** 谁在引用: the goals of the open book that have an indicator of the same name and second level. */
export function LibraryCitations(props: {
  entry: Pick<LibraryIndicator, 'name' | 'level2'>
  cited: ReadonlyMap<string, Cited> | null
}) {
  if (!props.cited) return null
  const { count, first } = props.cited.get(entryKey(props.entry)) ?? { count: 0, first: [] }
  return (
    <Box component="section" aria-label="引用" sx={{ mt: 2, fontSize: 12, lineHeight: '18px' }}>
      <Box sx={{ color: colours.secondary }}>
        {count === 0 ? '本年度还没有目标引用。' : `本年度 ${count} 个目标引用`}
        {count > first.length && `，先列 ${first.length} 个`}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {first.map(({ goalId, name }) => (
          <li key={goalId}>
            <Link to={`/goals/${goalId}`}>{name || '未填名称的目标'}</Link>
          </li>
        ))}
      </Box>
    </Box>
  )
}

/** The same, read when the entry is opened. */
export function EntryCitations({ entry }: { entry: LibraryIndicator }) {
  return <LibraryCitations entry={entry} cited={useCitations()} />
}
