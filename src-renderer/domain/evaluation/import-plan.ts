import {
  type FormChoice,
  type FormItem,
  type FormKind,
  type FormWorld,
  type FoundForm,
  planForms,
} from '../form-import/plan.ts'
import { importedSelfEvaluation } from './import-content.ts'
import type { ScoringPack } from './indicator-score.ts'
import { editionOf } from './rules.ts'
import type { SelfEvaluation, SelfEvaluationContent } from './self-evaluation.ts'
import { diffSelfEvaluation } from './self-evaluation-compare.ts'
import { fundsIn } from './self-evaluation-content.ts'
import { isOpenForUnit, selfEvaluationStates } from './self-evaluation-flow.ts'

export type SelfEvaluationItem = FormItem<SelfEvaluation, SelfEvaluationContent>

/** The forms of one book. */
export type SelfEvaluationWorld = FormWorld<SelfEvaluation> & { pack: ScoringPack }

/** What importing 自评表 would do, form by form; see planForms. */
export function planSelfEvaluations(
  found: readonly FoundForm[],
  world: SelfEvaluationWorld,
  choices: ReadonlyMap<string, FormChoice> = new Map(),
): SelfEvaluationItem[] {
  return planForms(found, world, kindOf(world.pack), choices)
}

function kindOf(pack: ScoringPack): FormKind<SelfEvaluation, SelfEvaluationContent> {
  return {
    rows: ({ selfEvaluation }) => selfEvaluation?.entries ?? null,
    otherKind: '这不是绩效自评表（没有实际完成值或得分），没有读取。',
    closed: ({ name, state }) =>
      isOpenForUnit(state) ? '' : `“${name}”的状态是“${selfEvaluationStates[state]}”，不能再填报。`,
    unmatched: {
      near: (name) => `“${name}”在本年度没有完全相同的自评表，请在相近的项目中指定。`,
      none: (name) => `“${name}”没有布置自评，请指定或不写入。`,
    },
    doubts: () => [],
    content: ({ selfEvaluation }, form, pairs) => {
      const { self, edition } = inEdition(form, selfEvaluation?.editionId ?? '', pack)
      if (!selfEvaluation || !edition) return { content: null, problems: [] }
      return importedSelfEvaluation(selfEvaluation, self, pairs, edition, pack)
    },
    changes: (form, content) => diffSelfEvaluation(form, { ...form, ...content }),
  }
}

/** The form in the edition that the file is on: its rows of money are those of the paper that was filled in. */
function inEdition(form: SelfEvaluation, editionId: string, { evaluation }: ScoringPack) {
  const known = editionOf(form.editionId, evaluation.selfEvaluation)
  const theirs = editionOf(editionId, evaluation.selfEvaluation)
  // 湖北版 looks like the national form: a form on it stays.
  const isAlike = known?.id === theirs?.id || (editionId === 'national' && known?.id !== 'sichuan')
  if (isAlike || !theirs) return { self: form, edition: known }
  return { self: { ...form, editionId: theirs.id, funds: fundsIn(theirs, form.funds) }, edition: theirs }
}
