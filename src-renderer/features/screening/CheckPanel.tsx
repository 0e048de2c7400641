import Box from '@mui/material/Box'
import { useState } from 'react'
import type { Problem } from '#domain/problem'
import { screeningNames } from '#domain/screening/rules'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import { ProblemList } from '#ui/ProblemList.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'

type TabName = 'grounds' | 'problems' | 'trail'

const entry = { p: '8px 12px', borderBottom: `1px solid ${colours.line}` } as const
const list = { listStyle: 'none', m: 0, p: 0, fontSize: 13, lineHeight: '20px' } as const

/** Right of the check: why it was picked, what the record lacks, and the road so far. */
export function CheckPanel(props: {
  check: SpotCheck
  problems: readonly Problem[]
  onJump: (at: string) => void
}) {
  const { check, problems } = props
  // On its own machine a unit is not told how it came to be checked.
  const isTold = check.ground !== ''
  const [tab, setTab] = useState<TabName>(isTold ? 'grounds' : 'trail')
  const tabs = [
    ...(isTold ? [{ name: 'grounds' as const, title: `疑点 ${check.grounds.length}` }] : []),
    { name: 'problems', title: `待补 ${problems.length}` },
    { name: 'trail', title: '过程' },
  ] as const
  return (
    <SidePanel<TabName> label="疑点、待补与过程" width={300} tabs={tabs} open={tab} onOpen={setTab}>
      {tab === 'grounds' && <Grounds check={check} />}
      {tab === 'problems' && problems.length === 0 && (
        <Box sx={{ p: 3, fontSize: 13, color: colours.ok }}>● 没有需要补充的内容。</Box>
      )}
      {tab === 'problems' && problems.length > 0 && (
        <ProblemList problems={problems} placeOf={() => ''} onJump={({ at }) => props.onJump(at)} />
      )}
      {tab === 'trail' && (
        <Box sx={{ p: 3 }}>
          <TrailList trail={check.trail} empty="抽取后还没有办理。" />
        </Box>
      )}
    </SidePanel>
  )
}

function Grounds({ check }: { check: SpotCheck }) {
  return (
    <Box component="ul" sx={list}>
      <Box component="li" sx={entry}>
        <Box sx={{ fontWeight: 600 }}>抽取依据</Box>
        {check.ground}
      </Box>
      {check.grounds.length === 0 && (
        <Box component="li" sx={entry}>
          抽取时没有筛查出问题。
        </Box>
      )}
      {check.grounds.map(({ code, at, message }) => (
        <Box component="li" key={`${code} ${at} ${message}`} sx={entry}>
          <Box sx={{ fontWeight: 600 }}>{screeningNames[code]}</Box>
          {message}
        </Box>
      ))}
    </Box>
  )
}
