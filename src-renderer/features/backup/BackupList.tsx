import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactNode } from 'react'
import type { BackupPlace, BackupList as Listed } from '#desktop'
import { sizeText } from '#domain/attachment'
import { readNote } from '#domain/backup/read-manifest'
import { colours } from '#ui/theme'
import { parsedNote } from './words.ts'

export type ListedFile = Listed['own'][number] & { from: BackupPlace }

const states = {
  'as-written': { mark: '●', word: '与写入时一致', colour: colours.ok },
  changed: { mark: '■', word: '与写入时不同', colour: colours.alarm },
  unknown: { mark: '○', word: '未校验', colour: colours.secondary },
} as const

/** Backups newest first: when, why, how large, whether they are as they were written. */
export function BackupList(props: {
  label: string
  files: readonly ListedFile[]
  verified: ReadonlySet<string>
  actions: (file: ListedFile) => ReactNode
}) {
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto' }}>
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 170 }}>时间</TableCell>
            <TableCell sx={{ width: 100 }}>原因</TableCell>
            <TableCell>内容</TableCell>
            <TableCell align="right" sx={{ width: 90 }}>
              大小
            </TableCell>
            <TableCell sx={{ width: 150 }}>状态</TableCell>
            <TableCell sx={{ width: 150 }} />
          </TableRow>
        </TableHead>
        <TableBody>
          {props.files.map((file) => {
            const { at, reason } = parsedNote(file.name)
            const state = states[file.state]
            const isVerified = props.verified.has(`${file.from} ${file.name}`)
            return (
              <TableRow key={`${file.from} ${file.name}`}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{at}</TableCell>
                <TableCell>{reason}</TableCell>
                <TableCell>{booksText(file.note)}</TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {sizeText(file.size)}
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <span aria-hidden="true" style={{ color: isVerified ? colours.ok : state.colour }}>
                    {isVerified ? '●' : state.mark}
                  </span>{' '}
                  {isVerified ? '已逐项校验' : state.word}
                </TableCell>
                <TableCell>
                  <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
                    {props.actions(file)}
                  </Box>
                </TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Paper>
  )
}

/** One of the small actions at the end of a row. */
export function RowButton(props: { label: string; about: string; onClick: () => void; disabled?: boolean }) {
  return (
    <Button
      size="small"
      aria-label={`${props.label} ${props.about}`}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      {props.label}
    </Button>
  )
}

function booksText(note: string | null): string {
  const read = readNote(note)
  if (!read) return '—'
  const goals = read.books.reduce((sum, book) => sum + book.goals, 0)
  return `${read.books.length} 个账套、${goals.toLocaleString('zh-CN')} 个目标、${read.accounts} 个账户`
}
