import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useMemo } from 'react'
import { type Carried, exchangeTables } from '#domain/exchange/contents'
import { type Difference, differencesOf } from '#domain/exchange/differences'
import type { Choice } from '#domain/exchange/merge'
import type { Line } from '#domain/exchange/rehearsal'
import { pathWords, valueWords } from '#domain/exchange/words'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'
import type { DecisionsMade } from './use-decisions.ts'
import { VerdictMark } from './VerdictMark.tsx'

/** One record: ours and theirs field by field, with what both last had in common. */
export function LinePanel(props: {
  line: Line
  unit: string
  sender: string
  decisions: DecisionsMade
  onClose: () => void
}) {
  const { line, decisions } = props
  const differences = useMemo(() => differencesOf(line), [line])
  const isSkipped = decisions.isSkipped(line)
  const mayTake = line.verdict !== 'refused' && line.verdict !== 'same' && line.verdict !== 'kept'
  return (
    <Box
      component="aside"
      aria-label={`记录：${line.name}`}
      sx={{
        width: 'min(460px, 38vw)',
        flex: 'none',
        overflow: 'auto',
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
        p: 3,
        fontSize: 13,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 2 }}>
        <Box sx={{ flex: 1, fontWeight: 600, fontSize: 14 }}>{line.name}</Box>
        <IconButton size="small" aria-label="关闭记录" onClick={props.onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ color: 'text.secondary', mb: 2 }}>
        {exchangeTables[line.table]}
        {props.unit && ` · ${props.unit}`} · <VerdictMark verdict={line.verdict} />
        {line.reason && `：${line.reason}`}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, mb: 2 }}>
        <Side title="本机" record={line.ours} />
        <Side title={`来包（${props.sender}）`} record={line.theirs} />
      </Box>
      {line.verdict === 'conflict' && (
        <Box role="group" aria-label="整条决定" sx={{ display: 'flex', gap: 2, mb: 2 }}>
          <Button size="small" variant="outlined" onClick={() => decisions.choose([line], '', 'ours')}>
            整条冲突用本机
          </Button>
          <Button size="small" variant="outlined" onClick={() => decisions.choose([line], '', 'theirs')}>
            整条冲突用来包
          </Button>
        </Box>
      )}
      {mayTake && (
        <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 2 }}>
          <input
            type="checkbox"
            checked={isSkipped}
            onChange={(event) => decisions.skip([line], event.target.checked)}
          />
          不采用这一条（写入回执）
        </Box>
      )}
      {differences.length === 0 && <Box sx={{ color: 'text.secondary' }}>双方内容相同。</Box>}
      <Box
        component="ul"
        aria-label="不同的栏目"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}
      >
        {differences.map((difference) => (
          <Field key={difference.path} line={line} difference={difference} decisions={decisions} />
        ))}
      </Box>
    </Box>
  )
}

function Side({ title, record }: { title: string; record: Carried | null }) {
  const [who, when] = [record?.changedBy, record?.changedAt]
  return (
    <Box sx={{ bgcolor: colours.head, p: 2, borderRadius: 1 }}>
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
        {record === null && '没有这一条'}
        {record !== null && typeof who === 'string' && who !== '' && `${who} `}
        {record !== null && typeof when === 'string' && momentText(when)}
      </Box>
    </Box>
  )
}

function Field(props: { line: Line; difference: Difference; decisions: DecisionsMade }) {
  const { line, difference, decisions } = props
  const { path, base, ours, theirs, isConflict } = difference
  const label = pathWords(path, [line.ours, line.theirs, line.base])
  const made = isConflict ? decisions.choiceOf(line, path) : null
  const text = (value: unknown) => (path === '' ? wholeText(value) : valueWords(line.table, path, value))
  const sides: readonly [Choice, string, unknown][] = [
    ['ours', '本机', ours],
    ['theirs', '来包', theirs],
  ]
  return (
    <Box component="li" sx={{ borderTop: `1px solid ${colours.line}`, pt: 2 }}>
      <Box sx={{ fontWeight: 600, color: isConflict ? colours.alarm : 'text.primary' }}>
        {isConflict && <span aria-hidden="true">■ </span>}
        {label}
        {isConflict && (made === null ? '（待定，暂按本机）' : '')}
      </Box>
      {isConflict && <Box sx={{ color: 'text.secondary' }}>双方上次共有的内容：{text(base)}</Box>}
      <Box
        {...(isConflict ? { role: 'radiogroup', 'aria-label': `${label}用哪一方` } : {})}
        sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, mt: 1 }}
      >
        {sides.map(([side, word, value]) => (
          <Box
            key={side}
            component={isConflict ? 'label' : 'div'}
            sx={{
              display: 'flex',
              gap: 1,
              alignItems: 'baseline',
              p: 1.5,
              border: `1px solid ${made === side ? colours.primary : colours.line}`,
              bgcolor: made === side ? colours.selected : 'transparent',
              overflowWrap: 'anywhere',
              whiteSpace: 'pre-wrap',
            }}
          >
            {isConflict && (
              <input
                type="radio"
                name={`${line.table} ${line.id} ${path}`}
                checked={made === side}
                onChange={() => decisions.choose([line], path, side)}
                aria-label={`${label}用${word}`}
              />
            )}
            <span>{text(value)}</span>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

/** Of a record that one side deleted the words of its fields would be long: what happened is enough. */
function wholeText(value: unknown): string {
  return typeof value === 'symbol' || value === null ? '已删去' : '保留（有改动）'
}
