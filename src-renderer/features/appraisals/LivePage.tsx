import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { measuresOf } from '#domain/appraisals/metrics'
import { type Live, liveScore } from '#domain/appraisals/rehearsal'
import { itemsOf, metricsOf, type Scheme } from '#domain/appraisals/scheme'
import { lastDayOf } from '#domain/appraisals/shipped'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { scoreText } from '#domain/evaluation/points'
import { useSession } from '#session'
import { appraisalFacts } from '#storage/appraisal-facts'
import { appraisalsOf, usableSchemes } from '#storage/appraisals'
import { localToday } from '#storage/local-day'
import { PageHead } from '#ui/PageHead.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { LiveItems } from './LiveItems.tsx'
import { pageStyle, pointLooks } from './parts.tsx'
import { WorstCases } from './WorstCases.tsx'

/** 预演得分: what the county would get under the city's table today, what it can still get, and what that takes. */
export function LivePage() {
  const { book } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [today] = useState(localToday)
  const [supposed, setSupposed] = useState<ReadonlySet<string>>(new Set())
  const usable = useLiveQuery(() => usableSchemes(book), [book])
  const own = useLiveQuery(
    async () => (await appraisalsOf(book.id)).findLast(({ isOwn }) => isOwn) ?? null,
    [book.id],
  )
  const facts = useLiveQuery(() => appraisalFacts(book, today), [book, today])
  const schemes: readonly Scheme[] = useMemo(() => {
    const counties = (usable ?? []).flatMap(({ scheme }) => (scheme.target === 'county' ? [scheme] : []))
    return own ? [own.scheme] : counties.length > 0 ? counties : [countyScheme]
  }, [usable, own])
  const scheme = schemes.find(({ id }) => id === address.get('scheme')) ?? schemes[0]
  const measures = useMemo(
    () => (facts && scheme ? measuresOf(itemsOf(scheme).flatMap(metricsOf), facts) : null),
    [facts, scheme],
  )
  const until = lastDayOf(book.year)
  const world = useMemo(
    () => (scheme && measures ? { scheme, measures, marks: own?.items ?? {}, today, until } : null),
    [scheme, measures, own, today, until],
  )
  const now = useMemo(() => (world ? liveScore({ ...world, supposed: new Set() }) : null), [world])
  const then = useMemo(() => (world ? liveScore({ ...world, supposed }) : null), [world, supposed])
  if (!now || !then || !scheme || own === undefined) return null

  function toggle(key: string) {
    const next = new Set(supposed)
    if (!next.delete(key)) next.add(key)
    setSupposed(next)
  }

  return (
    <Box sx={pageStyle}>
      <PageHead
        title="预演得分"
        trail="工作考核"
        note={
          <>
            按“{scheme.name}”
            <br />
            数据截至 {today}，统计到 {until}
          </>
        }
      >
        {schemes.length > 1 && (
          <ChoiceField
            label="考核办法"
            hideLabel
            value={scheme.id}
            choices={Object.fromEntries(schemes.map(({ id, name }) => [id, name]))}
            onCommit={(id) => setInAddress({ scheme: id })}
          />
        )}
        {own && (
          <Button variant="contained" onClick={() => void navigate(`/appraisals/${own.id}`)}>
            去自评
          </Button>
        )}
      </PageHead>
      <LiveSums now={now} then={then} count={supposed.size} onClear={() => setSupposed(new Set())} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LiveItems live={then} before={now} supposed={supposed} onToggle={toggle} />
        <WorstCases live={now} supposed={supposed} onToggle={toggle} />
      </Box>
    </Box>
  )
}

function LiveSums(props: { now: Live; then: Live; count: number; onClear: () => void }) {
  const { now, then, count, onClear } = props
  const kinds = ['safe', 'atRisk', 'lost'] as const
  return (
    <Box
      role="status"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 6,
        px: 4,
        py: 2,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        fontSize: 13,
      }}
    >
      {kinds.map((kind) => (
        <Box key={kind} sx={{ color: pointLooks[kind].colour, whiteSpace: 'nowrap' }}>
          <span aria-hidden="true">{pointLooks[kind].shape}</span> {pointLooks[kind].word}{' '}
          <Box component="span" sx={{ fontSize: 18, fontWeight: 600 }}>
            {scoreText(now[kind])}
          </Box>{' '}
          分
        </Box>
      ))}
      <Box sx={{ color: colours.secondary }}>满分 {now.full / 100} 分，不含加分、扣分</Box>
      <Box sx={{ flex: 1 }} />
      {count > 0 && (
        <>
          <Box sx={{ fontWeight: 600, color: colours.primary }}>
            如果办完勾选的 {count} 件：{scoreText(then.safe)} 分（+{scoreText(then.safe - now.safe)}）
          </Box>
          <Button size="small" onClick={onClear}>
            清除勾选
          </Button>
        </>
      )}
    </Box>
  )
}
