import {
  type FormChoice,
  type FormItem,
  type FormKind,
  type FormWorld,
  type FoundForm,
  planForms,
} from '../form-import/plan.ts'
import { importProblem } from '../form-import/problem.ts'
import type { ReadForm } from '../goals/read-form.ts'
import type { Problem } from '../problem.ts'
import { diffMonitoring } from './compare.ts'
import { isWritable, monitoringStates } from './flow.ts'
import { importedContent } from './import-content.ts'
import type { Monitoring, MonitoringContent } from './monitoring.ts'
import { monthsText, type Round } from './round.ts'

export type MonitoringImportItem = FormItem<Monitoring, MonitoringContent>

/** The forms of one round. */
export type ImportWorld = FormWorld<Monitoring> & { round: Round }

/** What importing 监控表 into a round would do, form by form; see planForms. */
export function planMonitorings(
  found: readonly FoundForm[],
  world: ImportWorld,
  choices: ReadonlyMap<string, FormChoice> = new Map(),
): MonitoringImportItem[] {
  return planForms(found, world, kindOf(world.round), choices)
}

function kindOf(round: Round): FormKind<Monitoring, MonitoringContent> {
  return {
    rows: ({ monitoring }) => monitoring?.entries ?? null,
    otherKind: '这不是绩效监控表（没有执行情况或全年预计完成情况），没有读取。',
    closed: ({ name, state }) =>
      isWritable(state) ? '' : `“${name}”的状态是“${monitoringStates[state]}”，不能再填报。`,
    unmatched: {
      near: (name) => `“${name}”在本轮中没有完全相同的项目，请在相近的项目中指定。`,
      none: (name) => `“${name}”不在本轮中，请指定或不写入。`,
    },
    doubts: (read) => otherMonth(read, round),
    content: ({ monitoring }, form, pairs) =>
      monitoring ? importedContent(monitoring, form, pairs) : { content: null, problems: [] },
    changes: (form, content) => diffMonitoring(form, { ...form, ...content }),
  }
}

function otherMonth({ monitoring }: ReadForm, round: Round): Problem[] {
  const month = monitoring?.month ?? null
  if (month === null || month === round.month) return []
  const message = `表上的数据是 ${monthsText(month)}，本轮是 ${monthsText(round.month)}。`
  return [importProblem('month', 'warning', '', message)]
}
