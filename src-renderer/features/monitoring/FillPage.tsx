import { useLiveQuery } from 'dexie-react-hooks'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { checkMonitoring } from '#domain/monitoring/checks'
import { isWritable } from '#domain/monitoring/flow'
import { referenceOf } from '#domain/monitoring/monitoring'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringsByIds, monitoringsOf, roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { FillFrame } from '#ui/FillFrame.tsx'
import { useAddress } from '#ui/use-address'
import { FillEntries, FillFunds } from './FillSheets.tsx'
import { useMonitoringSaver } from './monitoring-saver.ts'
import { stepTexts } from './step-texts.ts'

const views = {
  entries: {
    name: '绩效指标',
    lead: '可从 Excel、WPS 复制一片直接粘贴；每改一格随即保存。措施和总体情况请打开各项目填写。',
  },
  funds: {
    name: '项目资金',
    lead: '金额填万元，可以整列粘贴；执行率低于预警线的写明原因。每改一格随即保存。',
  },
} as const

/** 多项目填报: all forms of a unit in a round as two sheets, indicators and money. */
export function FillPage() {
  const { book, by, rules } = useSession()
  const [address] = useAddress()
  const saver = useMonitoringSaver(by)
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const round = rounds?.find(({ id }) => id === address.get('round')) ?? rounds?.at(-1)
  const roundId = round?.id ?? ''
  const forms = useLiveQuery(() => monitoringsOf(book.id, roundId), [book.id, roundId])
  if (!rounds || !units || !sections || !forms) return null
  if (round?.state !== 'open')
    return (
      <EmptyPage
        title="多项目填报"
        trail="绩效监控"
        text="没有可以填报的监控轮次，本轮可能已结束。"
        way={{ to: '/monitoring', name: '返回监控台账' }}
      />
    )
  const reached = reachedUnits(by, units, sections)
  const sheet = { month: round.month, rules: rules.monitoring, saver }
  return (
    <FillFrame
      trail={round.name}
      what="份监控表"
      views={views}
      units={units}
      open={forms.filter(
        ({ state, unitId }) => isWritable(state) && (reached === null || reached.has(unitId)),
      )}
      saver={saver}
      problemsOf={(form) => checkMonitoring(form, referenceOf(form), rules.monitoring)}
      pathOf={(id) => `/monitoring/${id}`}
      meaning={stepTexts['submit-monitoring'] ?? ''}
      read={monitoringsByIds}
      submit={(seen) => takeMonitoringStep(seen, { id: 'submit-monitoring', opinion: '' }, by)}
      back={`/monitoring?round=${round.id}&group=missing`}
    >
      {(view, open) =>
        view === 'entries' ? <FillEntries forms={open} {...sheet} /> : <FillFunds forms={open} {...sheet} />
      }
    </FillFrame>
  )
}
