import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { type LineFinding, shownPlaces } from '#domain/screening/line'
import type { Risk } from '#domain/screening/risk'
import { screeningNames } from '#domain/screening/rules'
import { spotCheckStates } from '#domain/spot-checks/flow'
import { useSession } from '#session'
import { monitoringsByIds } from '#storage/monitorings'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'
import { CopiedPlaces } from './CopiedPlaces.tsx'
import { placeName } from './places.ts'
import { RiskMark } from './RiskMark.tsx'
import type { ScreeningRow } from './screening-rows.ts'

/** Right of the list: how the risk of the chosen form comes about, and each finding with what it rests on. */
export function ScreeningPanel(props: { row: ScreeningRow | undefined; unitName: (id: string) => string }) {
  const { row } = props
  return (
    <Box
      component="aside"
      aria-label="筛查结果"
      tabIndex={0}
      sx={{
        width: 'min(360px, 38vw)',
        flex: 'none',
        overflow: 'auto',
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
        fontSize: 13,
        lineHeight: '20px',
      }}
    >
      {row ? (
        <>
          <Head row={row} unitName={props.unitName(row.unitId)} />
          <RiskParts risk={row.risk} />
          <Findings unitName={props.unitName} row={row} />
        </>
      ) : (
        <Box sx={{ p: 4, color: colours.secondary }}>选中一行，这里显示风险分怎么算的和各处问题。</Box>
      )}
    </Box>
  )
}

function Head({ row, unitName }: { row: ScreeningRow; unitName: string }) {
  return (
    <Box sx={{ p: 3, borderBottom: `1px solid ${colours.line}` }}>
      <Box sx={{ fontWeight: 600, fontSize: 14 }}>{row.name || '未填名称的项目'}</Box>
      <Box sx={{ color: colours.secondary }}>{unitName}</Box>
      <Box sx={{ display: 'flex', gap: 2, mt: 1 }}>
        <Button size="small" variant="outlined" component={Link} to={`/monitoring/${row.id}`}>
          打开监控表
        </Button>
        {row.check && (
          <Button size="small" variant="outlined" component={Link} to={`/monitoring/checks/${row.check.id}`}>
            核查：{spotCheckStates[row.check.state]}
          </Button>
        )}
      </Box>
    </Box>
  )
}

function RiskParts({ risk }: { risk: Risk }) {
  return (
    <Box component="section" aria-label="风险分" sx={{ p: 3, borderBottom: `1px solid ${colours.line}` }}>
      <Box sx={{ display: 'flex', fontWeight: 600 }}>
        <Box sx={{ flex: 1 }}>风险分</Box>
        <RiskMark level={risk.level} points={risk.points} />
      </Box>
      {risk.parts.length === 0 && <Box sx={{ color: colours.secondary }}>没有问题，预算和灯也不加分。</Box>}
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 1,
          display: 'grid',
          gridTemplateColumns: 'auto 1fr auto',
          columnGap: 2,
          color: colours.secondary,
        }}
      >
        {risk.parts.map(({ name, how, points }) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt">{name}</Box>
            <Box component="dd" sx={{ m: 0 }}>
              {how}
            </Box>
            <Box component="dd" sx={{ m: 0, textAlign: 'right', color: colours.text }}>
              {points}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function Findings(props: { row: ScreeningRow; unitName: (id: string) => string }) {
  const { row } = props
  const { findings } = row
  const { checks } = useSession().rules.monitoring.screening
  // The form and those that share its sentences are read for the chosen row alone.
  const forms = useLiveQuery(async () => {
    const ids = row.findings.flatMap((finding) => shownPlaces(row, finding)).map((each) => each.monitoringId)
    const read = await monitoringsByIds([...new Set([row.id, ...ids])])
    return new Map(read.map((form) => [form.id, form]))
  }, [row])
  const form = forms?.get(row.id)
  if (findings.length === 0) return <Box sx={{ p: 3, color: colours.ok }}>● 没有筛查出问题。</Box>
  return (
    <Box component="ul" aria-label="筛查出的问题" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {findings.map((finding) => (
        <Box
          component="li"
          key={`${finding.code} ${finding.at} ${finding.message}`}
          sx={{ p: 3, borderBottom: `1px solid ${colours.line}` }}
        >
          <FindingHead finding={finding} place={form ? placeName(finding.at, form) : ''} />
          <Box sx={{ overflowWrap: 'anywhere' }}>{finding.message}</Box>
          <Box sx={{ color: colours.secondary }}>建议：{checks[finding.code].suggestion}</Box>
          {finding.copied && (
            <CopiedPlaces
              copied={finding.copied}
              places={shownPlaces(row, finding)}
              own={row.id}
              formById={forms ?? new Map()}
              unitName={props.unitName}
            />
          )}
          <Box
            component="details"
            sx={{ fontSize: 12, color: colours.secondary, '& summary': { cursor: 'pointer' } }}
          >
            <summary>依据</summary>
            {checks[finding.code].clause}〔{checks[finding.code].mark}〕
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function FindingHead({ finding, place }: { finding: LineFinding; place: string }) {
  const { checks } = useSession().rules.monitoring.screening
  const look = severityMarks[checks[finding.code].severity]
  return (
    <Box sx={{ display: 'flex', gap: 2, fontSize: 12 }}>
      <Box sx={{ color: look.colour, fontWeight: 600, whiteSpace: 'nowrap' }}>
        <span aria-hidden="true">{look.shape}</span> {screeningNames[finding.code]}
      </Box>
      <Box
        sx={{
          color: colours.secondary,
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {place}
      </Box>
    </Box>
  )
}
