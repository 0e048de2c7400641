import Box from '@mui/material/Box'
import { useState } from 'react'
import type { PackageChanges } from '#domain/exchange/package'
import { pathWords, valueWords } from '#domain/exchange/words'
import { SearchField } from '#ui/SearchField.tsx'
import { tableName } from './package-words.ts'
import { RecordLink, useRecordsHere } from './record-links.tsx'
import { listStyle, panelStyle } from './styles.ts'

const mostShown = 200

/** What lost in the conflicts of an import: kept, and to be found again. */
export function LostList({ lost }: { lost: PackageChanges['lost'] }) {
  const [search, setSearch] = useState('')
  const here = useRecordsHere(lost)
  const wanted = search.trim()
  const rows = lost.map((each) => ({
    ...each,
    field: pathWords(each.path, []),
    keptText: valueWords(each.table, each.path, each.kept),
    lostText: valueWords(each.table, each.path, each.lost),
  }))
  const shown = rows.filter(({ name, field, keptText, lostText }) =>
    [name, field, keptText, lostText].some((text) => text.includes(wanted)),
  )
  return (
    <Box component="section" aria-label="冲突中没有采用的内容" sx={panelStyle}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 2 }}>
        <Box sx={{ flex: 1, fontWeight: 600 }}>冲突中没有采用的内容 {lost.length} 处</Box>
        <SearchField
          label="查找没有采用的内容"
          placeholder="名称、内容"
          value={search}
          onChange={setSearch}
        />
      </Box>
      <Box component="table" aria-label="没有采用的内容" sx={listStyle}>
        <thead>
          <tr>
            <th scope="col">记录</th>
            <th scope="col">栏目</th>
            <th scope="col">采用的</th>
            <th scope="col">没有采用的</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, mostShown).map((row) => (
            <tr key={`${row.table} ${row.id} ${row.path}`}>
              <td>
                {tableName(row.table)}：<RecordLink {...row} here={here} />
              </td>
              <td>{row.field}</td>
              <td>{row.keptText}</td>
              <td>
                {row.lostText}（{row.whose}）
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      {shown.length > mostShown && (
        <Box sx={{ fontSize: 13, color: 'text.secondary', mt: 2 }}>
          只列出前 {mostShown} 处，请用查找缩小范围。
        </Box>
      )}
    </Box>
  )
}
