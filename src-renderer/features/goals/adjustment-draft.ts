import type { Adjustment, AdjustmentContent } from '#domain/adjustments/adjustment'
import { contentOf } from '#domain/goals/carry'
import type { GoalContent } from '#domain/goals/goal'

/** An application as the page writes it: the form as it shall be, with reason and effect beside its fields. */
export type AdjustmentForm = GoalContent & { reason: string; budgetEffect: string }

export function formOf({ after, reason, budgetEffect }: Adjustment): AdjustmentForm {
  return { ...after, reason, budgetEffect }
}

export function contentOfForm(form: AdjustmentForm): AdjustmentContent {
  return { after: contentOf(form), reason: form.reason, budgetEffect: form.budgetEffect }
}
