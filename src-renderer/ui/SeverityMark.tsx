import Box from '@mui/material/Box'
import type { Health, Severity } from '#domain/problem'
import { colours } from './theme.ts'

/** Shape, word and colour of a severity: readable in black and white. */
export const severityMarks = {
  error: { shape: '■', word: '错误', colour: colours.alarm },
  warning: { shape: '▲', word: '关注', colour: colours.attention },
  hint: { shape: '◆', word: '提示', colour: colours.excess },
} as const satisfies Record<Severity, { shape: string; word: string; colour: string }>

export function SeverityMark({ severity, count }: { severity: Severity; count?: number }) {
  const mark = severityMarks[severity]
  return (
    <Box component="span" sx={{ color: mark.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{mark.shape}</span> {mark.word}
      {count === undefined ? '' : ` ${count}`}
    </Box>
  )
}

/** 体检 of a goal in one cell: counts by shape, or ● 正常. */
export function HealthMark({ health }: { health: Health }) {
  const parts = [
    { severity: 'error', count: health.errors },
    { severity: 'warning', count: health.warnings },
    { severity: 'hint', count: health.hints },
  ] as const
  const found = parts.filter((part) => part.count > 0)
  const words = found.map((part) => `${severityMarks[part.severity].word} ${part.count}`).join('，')
  if (found.length === 0) {
    return (
      <Box component="span" sx={{ color: colours.ok }}>
        <span aria-hidden="true">●</span> 正常
      </Box>
    )
  }
  return (
    <Box component="span" role="img" aria-label={words} title={words} sx={{ display: 'inline-flex', gap: 2 }}>
      {found.map((part) => (
        <Box component="span" key={part.severity} sx={{ color: severityMarks[part.severity].colour }}>
          {severityMarks[part.severity].shape} {part.count}
        </Box>
      ))}
    </Box>
  )
}
