import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { CaseHolder } from '#domain/appraisals/measure'
import { type Live, type LiveCase, type NamedCase, worthDoing } from '#domain/appraisals/rehearsal'
import { scoreText } from '#domain/evaluation/points'
import { grouped } from '#domain/grouped'
import { duties } from '#domain/people/duties'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import { CaseName } from './ItemFigures.tsx'

const most = 20

/** What is worth doing first: what is done at this desk, then what waits for others, named with whom. */
export function WorstCases(props: {
  live: Live
  supposed: ReadonlySet<string>
  onToggle: (key: string) => void
}) {
  const { live, supposed, onToggle } = props
  const { by } = useSession()
  const { own, others } = worthDoing(live, by.duty)
  const count = own.length + others.length
  return (
    <Box
      component="aside"
      aria-label="先办什么"
      sx={{
        width: 'min(340px, 38vw)',
        flex: 'none',
        overflow: 'auto',
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
        p: 3,
      }}
    >
      <Typography variant="h2" sx={{ fontSize: 15 }}>
        先办什么
      </Typography>
      {count > 0 ? (
        <Box sx={{ fontSize: 12, color: colours.secondary, mb: 1 }}>
          按每件能增加的分值排列，共 {count} 件。勾选后看办完的得分。
        </Box>
      ) : (
        <Box sx={{ fontSize: 13 }}>没有还能争取的分。已失去的，点开左边各项指标看原因。</Box>
      )}
      {own.length > 0 && (
        <CaseList title={`这里能办的 ${own.length} 件`} cases={own} {...{ supposed, onToggle }} />
      )}
      {others.length > 0 && (
        <CaseList
          title={`由别处办的 ${others.length} 件：${holdersText(others)}`}
          cases={others}
          {...{ supposed, onToggle }}
        />
      )}
    </Box>
  )
}

/** Whose turn it is, with how many: 预算单位 12 件、支出管理 3 件. */
function holdersText(cases: readonly NamedCase[]): string {
  return [...grouped(cases, ({ holder }) => holder)]
    .map(([holder, own]) => `${nameOf(holder)} ${own.length} 件`)
    .join('、')
}

function nameOf(holder: CaseHolder): string {
  if (holder === 'above') return '上级'
  return holder === '' ? '' : duties[holder].name
}

function CaseList(props: {
  title: string
  cases: readonly NamedCase[]
  supposed: ReadonlySet<string>
  onToggle: (key: string) => void
}) {
  const { title, cases, supposed, onToggle } = props
  return (
    <Box component="section" aria-label={title}>
      <Typography variant="h3" sx={{ fontSize: 13, fontWeight: 600, mt: 2 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {cases.slice(0, most).map((each) => (
          <CaseLine
            key={each.key}
            live={each}
            item={each.itemName}
            isSupposed={supposed.has(each.key)}
            onToggle={onToggle}
          />
        ))}
      </Box>
    </Box>
  )
}

function daysText({ daysLeft, isLost }: LiveCase): string {
  if (isLost) return '不能挽回'
  return daysLeft >= 0 ? `还有 ${daysLeft} 天` : `已过 ${-daysLeft} 天`
}

export function CaseLine(props: {
  live: LiveCase
  item?: string
  isSupposed: boolean
  onToggle: (key: string) => void
}) {
  const { live, item, isSupposed, onToggle } = props
  const { by } = useSession()
  const isOthers = live.holder !== '' && live.holder !== by.duty && !live.isLost
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        py: 1,
        fontSize: 13,
        lineHeight: '20px',
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      <input
        type="checkbox"
        aria-label={`假设办完：${item ?? ''} ${live.name}`}
        checked={isSupposed}
        onChange={() => onToggle(live.key)}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <CaseName {...live} />
        <Box sx={{ color: live.isLost ? colours.alarm : colours.secondary, fontSize: 12 }}>
          {item !== undefined && `${item}：`}
          {live.text}
          {isOthers && `（由${nameOf(live.holder)}办）`}
        </Box>
      </Box>
      <Box sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
        {live.isLost ? '■ ' : '▲ '}
        {scoreText(live.cost)} 分
        <Box
          sx={{
            fontSize: 12,
            color: live.daysLeft < 10 && !live.isLost ? colours.attention : colours.secondary,
          }}
        >
          {daysText(live)}
        </Box>
      </Box>
    </Box>
  )
}
