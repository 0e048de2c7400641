import Box from '@mui/material/Box'
import { applicationStates, isDecided } from '#domain/applications/flow'
import { measuresText, sourceKinds } from '#domain/applications/rules'
import type { Day } from '#domain/dates'
import { scoreText } from '#domain/evaluation/points'
import { objectKinds } from '#domain/goals/goal'
import { formatWan, formatWanExact } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { ApplicationMark, RectificationMark, ResultMark } from './ApplicationMark.tsx'
import { type ApplicationRow, currentMeasures } from './application-rows.ts'

/** Columns of the ledger from result to money; the first stays in place. */
export function applicationColumns(
  units: readonly Unit[],
  sections: readonly Section[],
  today: Day,
): Column<ApplicationRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: ApplicationRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: ApplicationRow) =>
    sectionById.get(unitById.get(row.unitId)?.sectionId ?? '') ?? ''
  return [
    {
      id: 'name',
      title: '对象名称',
      width: 178,
      grow: 2,
      cell: (row) => row.name,
      hover: ({ application, name }) => `${objectKinds[application.kind]}：${name}`,
    },
    {
      id: 'unit',
      title: '单位',
      width: 104,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    {
      id: 'result',
      title: '结果',
      width: 128,
      sortable: false,
      cell: ({ application: { source } }) => (
        <>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {shortSources[source.kind]}
          </Box>{' '}
          <ResultMark result={source.result} points={source.score === null ? '' : scoreText(source.score)} />
        </>
      ),
      hover: ({ application: { source } }) => `${sourceKinds[source.kind]}：${source.name}\n${source.said}`,
    },
    {
      id: 'measures',
      title: '应用措施',
      width: 112,
      grow: 1,
      sortable: false,
      cell: ({ application }) => {
        const text = measuresText(currentMeasures(application))
        return isDecided(application.state) ? (
          text
        ) : (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            拟{text}
          </Box>
        )
      },
      hover: ({ application }) => `${measuresText(currentMeasures(application))}\n${application.reason}`,
    },
    money('budget', '本年预算', ({ application }) => application.budget),
    money('proposed', '建议增减', ({ application }) => application.proposedChange),
    money('decided', '审定增减', ({ application }) =>
      isDecided(application.state) ? application.decidedChange : null,
    ),
    money('done', '落实增减', ({ application }) =>
      application.answeredOn === '' ? null : application.doneChange,
    ),
    {
      id: 'next',
      title: '落到预算项目',
      width: 112,
      grow: 1,
      sortable: false,
      cell: ({ application: { nextName } }) =>
        nextName === '' ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            未对应
          </Box>
        ) : (
          nextName
        ),
      hover: ({ application: { nextName, targetYear } }) =>
        nextName === '' ? `还没有对应到 ${targetYear} 年的预算项目` : `${targetYear} 年：${nextName}`,
    },
    {
      id: 'state',
      title: '状态',
      width: 124,
      cell: ({ application: { state }, late }) => <ApplicationMark state={state} late={late} />,
      hover: ({ application: { state, dueOn }, holder }) =>
        [
          applicationStates[state],
          holder === '' ? '' : `等待${holder}办理`,
          dueOn === '' ? '' : `落实期限 ${dueOn}`,
        ]
          .filter(Boolean)
          .join('；'),
    },
    {
      id: 'rectification',
      title: '整改',
      width: 92,
      sortable: false,
      cell: ({ application: { rectification, state } }) =>
        rectification &&
        state !== 'dropped' && <RectificationMark rectification={rectification} today={today} />,
      hover: ({ application: { rectification } }) =>
        rectification && rectification.dueOn !== '' ? `整改期限 ${rectification.dueOn}` : '',
    },
    { id: 'section', title: '归口股室', width: 96, sortable: false, cell: sectionName, hover: sectionName },
  ]
}

/** For a cell in which the result follows. */
export const shortSources = {
  evaluation: '评价',
  'self-evaluation': '自评',
  assessment: '事前',
  review: '目标',
  disposal: '监控',
} as const

function money(
  id: string,
  title: string,
  of: (row: ApplicationRow) => number | null,
): Column<ApplicationRow> {
  return {
    ...{ id, title: `${title}（万元）`, width: 124, align: 'right' },
    cell: (row) => formatWan(of(row)),
    hover: (row) => (of(row) === null ? '' : `${formatWanExact(of(row))} 万元`),
  }
}
