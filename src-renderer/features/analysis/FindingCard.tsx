import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { Finding } from '#domain/analysis/finding'
import { formatWan } from '#domain/money'
import { colours } from '#ui/theme'
import { SharedSentences } from './SharedSentences.tsx'

const few = 4

/** One finding: what it is about, what it rests on, what to do, and the projects themselves. */
export function FindingCard(props: {
  finding: Finding
  /** Why it was put aside; '' while it stands. */
  reason: string
  onDismiss: (() => void) | null
  onRestore: (() => void) | null
}) {
  const { finding, reason } = props
  const [isWhole, setWhole] = useState(false)
  const titleId = useId()
  const { title, money, evidence, objects, advice, kind, sentenceMarks = [] } = finding
  // The evidence of these names every project itself.
  const isListed = kind === 'unspent' || kind === 'cost' || kind === 'low'
  const lines = isListed ? evidence : [evidence.join('；')]
  const shown = isWhole ? lines : lines.slice(0, few)
  return (
    <Box
      component="article"
      aria-labelledby={titleId}
      sx={{
        bgcolor: 'background.paper',
        border: `1px solid ${colours.line}`,
        borderRadius: 1,
        p: 3,
        display: 'grid',
        gap: 1.5,
        fontSize: 13,
      }}
    >
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'baseline' }}>
        <Box component="h2" id={titleId} sx={{ m: 0, fontSize: 14, fontWeight: 600, flex: 1 }}>
          {title}
        </Box>
        {money !== null && kind !== 'unspent' && <span>{formatWan(money)} 万元</span>}
        {props.onDismiss && (
          <Button size="small" aria-label={`排除：${title}`} onClick={props.onDismiss} sx={{ py: 0 }}>
            排除
          </Button>
        )}
        {props.onRestore && (
          <Button size="small" aria-label={`恢复：${title}`} onClick={props.onRestore} sx={{ py: 0 }}>
            恢复
          </Button>
        )}
      </Box>
      {reason !== '' && <Box>排除理由：{reason}</Box>}
      {isListed ? (
        <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 0.5 }}>
          {shown.map((line, at) => (
            <li key={line}>
              <GoalLink goalId={objects[at]?.goalId ?? ''} text={line} />
            </li>
          ))}
        </Box>
      ) : (
        <>
          <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 0.5 }}>
            {objects.map(({ goalId, name, unitName, year, money: own }) => (
              <li key={goalId}>
                <GoalLink goalId={goalId} text={name} />
                <Box component="span" sx={{ color: colours.secondary, ml: 3 }}>
                  {unitName}，{year} 年，{formatWan(own)} 万元
                </Box>
              </li>
            ))}
          </Box>
          <Box sx={{ color: colours.secondary }}>依据：{lines[0]}</Box>
          {sentenceMarks.length > 0 && (
            <SharedSentences goalId={objects[0]?.goalId ?? ''} marks={sentenceMarks} />
          )}
        </>
      )}
      {lines.length > few && (
        <Button size="small" onClick={() => setWhole(!isWhole)} sx={{ justifySelf: 'start', p: 0 }}>
          {isWhole ? '收起' : `全部 ${lines.length} 项`}
        </Button>
      )}
      <Box>建议：{advice}</Box>
    </Box>
  )
}

function GoalLink({ goalId, text }: { goalId: string; text: string }) {
  if (goalId === '') return <span>{text}</span>
  return (
    <Box
      component={Link}
      to={`/goals/${goalId}`}
      sx={{ color: colours.primary, textDecoration: 'underline' }}
    >
      {text}
    </Box>
  )
}
