import Box from '@mui/material/Box'
import { useState } from 'react'
import { type Adjustment, versionsOf } from '#domain/adjustments/adjustment'
import { diffContent } from '#domain/goals/compare'
import type { Goal } from '#domain/goals/goal'
import { ChoiceField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { ContentChanges } from './ContentChanges.tsx'
import { momentText } from './LedgerColumns.tsx'

/** 版本: any two of them compared by field. */
export function AdjustmentVersions(props: { goal: Goal; adjustments: readonly Adjustment[] }) {
  const versions = versionsOf(props.goal, props.adjustments)
  const [chosen, setChosen] = useState({ from: '0', to: String(versions.length - 1) })
  const choices = Object.fromEntries(
    versions.map(({ label, at }, index) => [String(index), at === '' ? label : `${label} ${momentText(at)}`]),
  )
  const [from, to] = [versions[Number(chosen.from)], versions[Number(chosen.to)]]
  if (versions.length === 1) {
    return <Box sx={{ color: colours.secondary }}>只有批复版。调整批准后，这里可以逐版对比。</Box>
  }
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <ChoiceField
          label="前"
          value={chosen.from}
          choices={choices}
          onCommit={(value) => setChosen((before) => ({ ...before, from: value }))}
        />
        <ChoiceField
          label="后"
          value={chosen.to}
          choices={choices}
          onCommit={(value) => setChosen((before) => ({ ...before, to: value }))}
        />
      </Box>
      {from && to && (
        <ContentChanges changes={diffContent(from.content, to.content)} empty="两个版本相同。" />
      )}
    </Box>
  )
}
