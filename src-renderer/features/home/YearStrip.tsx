import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { Fragment } from 'react'
import { chineseDay, daysInMonth } from '#domain/dates'
import { budgetYearOf, type StepState, stepStates, stepsOfBook } from '#domain/home/year-steps'
import { useSession } from '#session'
import type { HomeStep, HomeYear } from '#storage/home-year'
import { colours } from '#ui/theme'
import { useOpenIn } from './use-open.ts'

const looks: Readonly<Record<StepState, { shape: string; colour: string }>> = {
  done: { shape: '●', colour: colours.ok },
  now: { shape: '◆', colour: colours.excess },
  late: { shape: '■', colour: colours.alarm },
  ahead: { shape: '○', colour: colours.empty },
  counting: { shape: '…', colour: colours.empty },
  none: { shape: '—', colour: colours.empty },
}
const months = Array.from({ length: 12 }, (_, at) => at + 1)

/** 年度日程: twelve months with the steps of the process on their days, where today is, and how each stands. */
export function YearStrip({ year: { year, today, steps } }: { year: HomeYear }) {
  const { book } = useSession()
  const thisMonth = Number(today.slice(0, 4)) === year ? Number(today.slice(5, 7)) : 0
  const shown = (Object.keys(stepStates) as StepState[]).filter(
    (
      state, // the keys of the table
    ) => steps.some((step) => step.state === state),
  )
  const inMonth = (month: number) => steps.filter(({ dueOn }) => Number(dueOn.slice(5, 7)) === month)
  // An empty month leaves its room to those whose steps have names to read.
  const columns = months.map((month) =>
    month === thisMonth || inMonth(month).length > 0 ? 'minmax(0, 2fr)' : 'minmax(0, 1fr)',
  )
  return (
    <Paper variant="outlined" component="section" aria-label="年度日程" sx={{ overflow: 'hidden' }}>
      <Box sx={{ px: 3, py: 1.5, display: 'flex', alignItems: 'baseline', gap: 4 }}>
        <Typography variant="h3" component="h2">
          {year} 年度日程
        </Typography>
        {thisMonth > 0 && (
          <Box sx={{ fontSize: 13, color: colours.primary }}>今天 {chineseDay(today).slice(5)}</Box>
        )}
        {book.year !== year && (
          <Box sx={{ fontSize: 13, color: colours.secondary }}>
            {book.year} 年度的{stepsOfBook(book.year, year).join('、')}在 {year} 年办理
          </Box>
        )}
        <Box sx={{ ml: 'auto', display: 'flex', gap: 4, fontSize: 12, color: colours.secondary }}>
          {shown.map((state) => (
            <span key={state}>
              <Box component="span" aria-hidden="true" sx={{ color: looks[state].colour }}>
                {looks[state].shape}
              </Box>{' '}
              {stepStates[state]}
            </span>
          ))}
        </Box>
      </Box>
      <Box
        component="ol"
        sx={{
          ...{ m: 0, p: 0, listStyle: 'none', borderTop: `1px solid ${colours.line}` },
          ...{ display: 'grid', gridTemplateColumns: columns.join(' ') },
        }}
      >
        {months.map((month) => (
          <Month
            key={month}
            month={month}
            year={year}
            day={month === thisMonth ? Number(today.slice(8)) : null}
            steps={inMonth(month)}
          />
        ))}
      </Box>
    </Paper>
  )
}

type MonthProps = { month: number; year: number; day: number | null; steps: readonly HomeStep[] }

/** A month; `day` is today's where it is this one. */
function Month({ month, year, day, steps }: MonthProps) {
  return (
    <Box
      component="li"
      aria-current={day === null ? undefined : 'date'}
      sx={{
        ...{ position: 'relative', minHeight: 66, pb: 1, minWidth: 0 },
        ...(month > 1 && { borderLeft: `1px solid ${colours.line}` }),
      }}
    >
      <Box
        sx={{
          ...{ px: 1.5, py: 0.5, mb: 0.5, fontSize: 12, whiteSpace: 'nowrap' },
          // Above the line of today, as the texts of the steps are.
          ...{ position: 'relative', zIndex: 1 },
          ...(day === null
            ? { bgcolor: colours.head, color: colours.secondary }
            : { bgcolor: colours.selected, color: colours.primary, fontWeight: 600 }),
        }}
      >
        {month} 月{day !== null && ` ${day} 日`}
      </Box>
      {day !== null && (
        <Box
          aria-hidden="true"
          sx={{
            ...{ position: 'absolute', top: 0, bottom: 0, width: 2, bgcolor: colours.primary, opacity: 0.45 },
            left: `${((day - 0.5) * 100) / daysInMonth(year, month)}%`,
          }}
        />
      )}
      {steps.map((step) => (
        <Fragment key={step.id}>
          <Step step={step} year={year} />
        </Fragment>
      ))}
    </Box>
  )
}

function Step({ step, year }: { step: HomeStep; year: number }) {
  const openIn = useOpenIn()
  const { name, state, dueOn, progress, clause, mark, book, path } = step
  const known = progress === 'counting' ? null : progress
  const left = known ? known.due - known.done : 0
  const budget = budgetYearOf(step.of, year)
  const rest = left > 0 && (state === 'now' || state === 'late') ? `剩 ${left.toLocaleString('zh-CN')}` : ''
  const about = [
    `${budget} 年度${name}，${dueOn} 前`,
    stepStates[state],
    known && known.due > 0 ? `完成 ${known.done} / ${known.due}` : '',
    book ? '' : `还没有 ${budget} 年度账套`,
  ]
  const sentence = about.filter(Boolean).join('，')
  const content = (
    <>
      <Box sx={{ display: 'flex', gap: 1, whiteSpace: 'nowrap' }}>
        <Box component="span" aria-hidden="true" sx={{ color: looks[state].colour, flex: 'none' }}>
          {looks[state].shape}
        </Box>
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {name}
        </Box>
      </Box>
      <Box sx={{ pl: '16px', fontSize: 12, color: rest ? looks[state].colour : colours.secondary }}>
        {Number(dueOn.slice(8))} 日{rest && ` ${rest}`}
      </Box>
    </>
  )
  const style = {
    ...{ position: 'relative', display: 'block', width: '100%', px: 1.5, py: 0.25, textAlign: 'left' },
    ...{ border: 0, bgcolor: 'transparent', fontFamily: 'inherit', fontSize: 13, lineHeight: '18px' },
    color: state === 'ahead' || state === 'none' || state === 'counting' ? colours.secondary : colours.text,
    '& > *': { bgcolor: 'background.paper', width: 'fit-content', maxWidth: '100%' },
  } as const
  const title = `${sentence}。依据：${clause}〔${mark}〕`
  if (!book)
    return (
      <Box title={title} sx={style}>
        {content}
      </Box>
    )
  return (
    <Box
      component="button"
      type="button"
      title={title}
      aria-label={sentence}
      onClick={() => openIn(book, path)}
      sx={{ ...style, cursor: 'pointer', '&:hover, &:hover > *': { bgcolor: colours.head } }}
    >
      {content}
    </Box>
  )
}
