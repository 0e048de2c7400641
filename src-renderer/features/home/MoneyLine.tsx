import type { SummarySum } from '#domain/dashboard/summary'
import { formatRate } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import { Figures } from './Figures.tsx'

/** Where the money stands, for who has two minutes. */
export function MoneyLine({ sum }: { sum: SummarySum }) {
  const percent = (text: string) => text.replace('%', '')
  return (
    <Figures
      label="预算执行"
      figures={[
        { name: '监控项目', value: sum.count.toLocaleString('zh-CN'), unit: '个', to: '/dashboard/projects' },
        { name: '调整后预算', value: formatWan(sum.adjusted), unit: '万元', to: '/dashboard' },
        { name: '支出', value: formatWan(sum.paid), unit: '万元', to: '/dashboard' },
        { name: '支出进度', value: percent(formatRate(sum.rate)), unit: '%', to: '/dashboard' },
        { name: '应达到', value: percent(formatRate(sum.referenceRate)), unit: '%', to: '/dashboard' },
      ]}
    />
  )
}
