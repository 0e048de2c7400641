import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { EmptyState } from './EmptyState.tsx'
import { PageHead } from './PageHead.tsx'
import { colours } from './theme.ts'
import { hasChoice, type PickableUnit, UnitPicker } from './UnitPicker.tsx'

/** A form that cannot be handed in yet: what is first wrong with it, and where it is opened. */
export type Lacking = { id: string; name: string; to: string; text: string; count: number }

type Props = {
  trail: string
  note: ReactNode
  /** 份监控表: what is handed in, with its measure word. */
  what: string
  views: Readonly<Record<string, string>>
  view: string
  onView: (view: string) => void
  units: readonly PickableUnit[]
  unit: string
  /** All units stand in one sheet where they are not too many. */
  mayShowAll: boolean
  onUnit: (unit: string) => void
  lead: string
  ready: number
  lacking: readonly Lacking[]
  /** What handing in means, said before it is done. */
  meaning: string
  onSubmit: () => void
  back: string
  count: number
  children: ReactNode
}

/** 多项目填报: the forms of several projects as sheets, with how many are complete and what the others lack. */
export function FillFrame(props: Props) {
  const [asking, setAsking] = useState(false)
  const { ready, what } = props
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="多项目填报" trail={props.trail} note={props.note}>
        <Button variant="outlined" component={Link} to={props.back}>
          返回台账
        </Button>
        <Button variant="contained" disabled={ready === 0} onClick={() => setAsking(true)}>
          送审{ready > 0 && ` ${ready} 份`}
        </Button>
      </PageHead>
      <Box
        sx={{
          ...{ flex: 'none', display: 'flex', alignItems: 'center', gap: 3, px: 4 },
          ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' },
        }}
      >
        <Tabs
          value={props.view}
          aria-label="填报内容"
          onChange={(_event, next: string) => props.onView(next)}
        >
          {Object.entries(props.views).map(([value, label]) => (
            <Tab key={value} value={value} label={label} />
          ))}
        </Tabs>
        <Box sx={{ flex: 1 }} />
        {(hasChoice(props.units) || props.unit !== '') && (
          <UnitPicker
            plain
            units={props.units}
            value={props.unit}
            {...(props.mayShowAll ? { allLabel: '全部' } : {})}
            onChange={props.onUnit}
          />
        )}
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4 }}>
        {props.count === 0 ? (
          <EmptyState text={`没有待填的${what.slice(1)}，可能都已送审。`} />
        ) : (
          <>
            <Box sx={{ fontSize: 13, color: colours.secondary, mb: 2 }}>{props.lead}</Box>
            <Readiness {...props} />
            {props.children}
          </>
        )}
      </Box>
      <ConfirmDialog
        open={asking}
        title={`送审 ${ready} ${what}`}
        action={`送审 ${ready} 份`}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          props.onSubmit()
        }}
      >
        {props.meaning}
        {props.lacking.length > 0 && ` 另有 ${props.lacking.length} 份还没有填完，先不送审。`}
      </ConfirmDialog>
    </Box>
  )
}

const mostNamed = 4

function Readiness({ ready, lacking }: Pick<Props, 'ready' | 'lacking'>) {
  const more = lacking.length - mostNamed
  const isNear = lacking.length <= Math.max(ready, mostNamed)
  return (
    <Box role="status" aria-label="填报进度" sx={{ fontSize: 13, mb: 2, display: 'grid', gap: 0.5 }}>
      <Box>
        <Box component="span" sx={{ color: colours.ok, mr: 4 }}>
          ● 可以送审 {ready} 份
        </Box>
        {lacking.length > 0 && <span>○ 还没有填完 {lacking.length} 份</span>}
      </Box>
      {/* While most of them are empty there is nothing to point at. */}
      {isNear &&
        lacking.slice(0, mostNamed).map(({ id, name, to, text, count }) => (
          <Box key={id}>
            <Link to={to}>{name}</Link>：{text}
            {count > 1 && `等 ${count} 处`}
          </Box>
        ))}
      {isNear && more > 0 && <Box>另有 {more} 份。</Box>}
    </Box>
  )
}
